package storetest

import "flag"

// The model test tries the same cases every time; -rapid.seed=0 looks for new
// ones.
func init() { _ = flag.Set("rapid.seed", "2026") }
