package assets

import _ "embed" // the icon below

// Icon is the program's icon, as PNG.
//
//go:embed icon.png
var Icon []byte
