// Package assets holds the bytes that travel inside the program: the fonts of
// the figure and the translations of the window. It imports nothing of ours
// and reads nothing: whoever uses the bytes parses them.
//
// The fonts are Noto Sans under the SIL Open Font License 1.1
// (fonts/OFL.txt), which asks that the licence travels with them.
package assets

import _ "embed" // the fonts below

// FontRegular is Noto Sans Regular, as TrueType.
//
//go:embed fonts/NotoSans-Regular.ttf
var FontRegular []byte

// FontBold is Noto Sans Bold, as TrueType.
//
//go:embed fonts/NotoSans-Bold.ttf
var FontBold []byte

// FontLicence is the text of the fonts' licence, for the About window and
// `snijvlakctl licences`.
//
//go:embed fonts/OFL.txt
var FontLicence string
