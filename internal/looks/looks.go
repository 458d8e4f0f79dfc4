// Package looks holds the tokens of the visual language: colours, type sizes
// and spaces. The window's theme and the painters of the figure both read this
// one table; a test computes every contrast in it.
//
// What does not live here: shapes (scene) and words (words).
package looks

import "fmt"

// Colour is an opaque sRGB colour.
type Colour struct{ R, G, B uint8 }

// Hex gives the colour as #RRGGBB.
func (c Colour) Hex() string { return fmt.Sprintf("#%02X%02X%02X", c.R, c.G, c.B) }

// rgb reads 0xRRGGBB.
func rgb(v uint32) Colour {
	return Colour{uint8(v >> 16), uint8(v >> 8), uint8(v)} //nolint:gosec // three bytes by construction
}

// Pair is a colour to draw with and the fill that belongs behind it.
type Pair struct{ Ink, Fill Colour }

// Palette is every colour of one mode.
type Palette struct {
	Paper, Canvas Colour
	Ink, Ink2     Colour
	Line, Primary Colour
	// Themes are indexed by theme number - 1.
	Themes    [4]Pair
	Attention Pair
	Ended     Pair
	Danger    Colour
}

// Light is the palette of the window by day and of every figure.
var Light = Palette{
	Paper: rgb(0xFFFFFF), Canvas: rgb(0xF4F6F8),
	Ink: rgb(0x1A2530), Ink2: rgb(0x51606E),
	Line: rgb(0x7C8A97), Primary: rgb(0x0A5A86),
	Themes: [4]Pair{
		{rgb(0xA2391F), rgb(0xFBEAE5)},
		{rgb(0x6E4494), rgb(0xF2EBF8)},
		{rgb(0x1D6B50), rgb(0xE5F3EC)},
		{rgb(0x1F5FA8), rgb(0xE6F0FA)},
	},
	Attention: Pair{rgb(0x8A5A00), rgb(0xFFF3D6)},
	Ended:     Pair{rgb(0x51606E), rgb(0xEAEDF0)},
	Danger:    rgb(0xB3261E),
}

// Dark is the palette of the window by night.
var Dark = Palette{
	Paper: rgb(0x171D23), Canvas: rgb(0x10151A),
	Ink: rgb(0xE8EDF2), Ink2: rgb(0xA9B6C2),
	Line: rgb(0x74828F), Primary: rgb(0x63B4E4),
	Themes: [4]Pair{
		{rgb(0xF09A80), rgb(0x3A211B)},
		{rgb(0xC3A0E6), rgb(0x2C2338)},
		{rgb(0x7CCBA8), rgb(0x18332A)},
		{rgb(0x8DBBF2), rgb(0x1A2C42)},
	},
	Attention: Pair{rgb(0xF0C15A), rgb(0x33290F)},
	Ended:     Pair{rgb(0xA9B6C2), rgb(0x222A31)},
	Danger:    rgb(0xFF8A80),
}

// Theme gives the pair of theme number n (1..4); any other number, as of a
// user's fifth theme, is drawn in plain ink.
func (p Palette) Theme(n int) Pair {
	if n < 1 || n > len(p.Themes) {
		return Pair{p.Ink2, p.Ended.Fill}
	}
	return p.Themes[n-1]
}
