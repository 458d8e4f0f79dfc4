package landscapetest

import "flag"

// Property tests try the same cases every time, so that a run on another
// machine says the same; -rapid.seed=0 looks for new ones.
func init() { _ = flag.Set("rapid.seed", "2026") }
