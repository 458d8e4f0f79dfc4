package scene

import (
	"strings"
	"sync"
	"unicode"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"snijvlak/assets"
)

// Face measures text in one family, regular and bold. It is safe for
// concurrent use. The font is parsed at the first measurement, so a Face
// costs nothing until then.
//
// Widths are sums of advances, without kerning and ligatures: every painter
// draws so, and a figure then has the same lines in every format.
type Face struct{ regular, bold *fontWeight }

// NewFace makes a face of two TrueType or OpenType fonts. A font that cannot
// be parsed panics at the first measurement: check a user's own font first.
func NewFace(regular, bold []byte) *Face {
	return &Face{newFontWeight(regular), newFontWeight(bold)}
}

// NotoSans is the embedded family, in which every figure is set.
var NotoSans = NewFace(assets.FontRegular, assets.FontBold)

// Width is the width of one line of text in points, for a size in points.
// Spacing is added after each letter, the last one too. A letter the font
// lacks is as wide as the box drawn in its place; control characters are not
// drawn and have no width.
func (f *Face) Width(s string, size float64, bold bool, spacing float64) float64 {
	sum, letters := f.weight(bold).measure(s)
	return sum*size + float64(letters)*spacing
}

// Ascent is the height in points above the baseline that a line needs.
func (f *Face) Ascent(size float64) float64 { return f.regular.metrics().ascent * size }

// Descent is the depth in points below the baseline that a line needs.
func (f *Face) Descent(size float64) float64 { return f.regular.metrics().descent * size }

// CapHeight is the height of a capital in points; half of it is where a line
// is centred beside a mark.
func (f *Face) CapHeight(size float64) float64 { return f.regular.metrics().capHeight * size }

func (f *Face) weight(bold bool) *fontWeight {
	if bold {
		return f.bold
	}
	return f.regular
}

// fontWeight is one font file with the advances met so far, as a fraction of the
// size.
type fontWeight struct {
	load func() *parsedFont

	mu       sync.Mutex
	buf      sfnt.Buffer
	advances map[rune]float64
}

// parsedFont is what parsing gives.
type parsedFont struct {
	font                       *sfnt.Font
	em                         fixed.Int26_6
	ascent, descent, capHeight float64
}

func newFontWeight(data []byte) *fontWeight {
	return &fontWeight{
		load:     sync.OnceValue(func() *parsedFont { return parseFont(data) }),
		advances: map[rune]float64{},
	}
}

func parseFont(data []byte) *parsedFont {
	f, err := sfnt.Parse(data)
	if err != nil {
		panic("scene: font cannot be read: " + err.Error())
	}
	// Measured at one em a size of one unit, rounding plays no part.
	em := fixed.I(int(f.UnitsPerEm()))
	m, err := f.Metrics(nil, em, font.HintingNone)
	if err != nil {
		panic("scene: font has no metrics: " + err.Error())
	}
	part := func(v fixed.Int26_6) float64 { return float64(v) / float64(em) }
	return &parsedFont{f, em, part(m.Ascent), part(m.Descent), part(m.CapHeight)}
}

func (w *fontWeight) metrics() *parsedFont { return w.load() }

// measure gives the width of a line at size 1, and how many letters it has.
func (w *fontWeight) measure(s string) (sum float64, letters int) {
	w.mu.Lock()
	defer w.mu.Unlock()
	for _, r := range s {
		if unicode.IsControl(r) {
			continue
		}
		sum += w.advance(r)
		letters++
	}
	return sum, letters
}

// advance is the width of a letter at size 1; the caller holds the lock.
func (w *fontWeight) advance(r rune) float64 {
	if a, ok := w.advances[r]; ok {
		return a
	}
	l := w.load()
	// A letter without a glyph has index 0, which is the .notdef box.
	glyph, err := l.font.GlyphIndex(&w.buf, r)
	if err != nil {
		glyph = 0
	}
	width, err := l.font.GlyphAdvance(&w.buf, glyph, l.em, font.HintingNone)
	if err != nil {
		width = l.em
	}
	a := float64(width) / float64(l.em)
	w.advances[r] = a
	return a
}

// Wrap breaks a text into lines no wider than width points. It breaks at white
// space only, never at a hyphen, so that lines joined by spaces give the text
// back and a search finds a name; runs of white space count as one space. Only
// a word that is wider than the width by itself is broken between letters. An
// empty text has no lines.
func (f *Face) Wrap(s string, size float64, bold bool, width float64) []string {
	space := f.Width(" ", size, bold, 0)
	var lines []string
	line, used := "", 0.0
	for _, word := range f.units(splitWords(s), size, bold, width) {
		wide := f.Width(word, size, bold, 0)
		if line != "" && used+space+wide <= width+wrapSlack {
			line += " " + word
			used += space + wide
			continue
		}
		if line != "" {
			lines = append(lines, line)
		}
		parts := f.splitWord(word, size, bold, width)
		last := len(parts) - 1
		lines = append(lines, parts[:last]...)
		line, used = parts[last], f.Width(parts[last], size, bold, 0)
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}

// units joins a word that ends in a hyphen ("kind- en") to the next, where the
// two fit a line: readers of PDF drop a hyphen at the end of a line.
func (f *Face) units(words []string, size float64, bold bool, width float64) []string {
	var units []string
	for _, word := range words {
		if last := len(units) - 1; last >= 0 && strings.HasSuffix(units[last], "-") {
			if pair := units[last] + " " + word; f.Width(pair, size, bold, 0) <= width {
				units[last] = pair
				continue
			}
		}
		units = append(units, word)
	}
	return units
}

// wrapSlack lets a text fit in the width that was measured from it, for which
// floating point may differ in the last digits.
const wrapSlack = 1e-6

// splitWords splits at white space where a line may break.
func splitWords(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool {
		noBreak := r == '\u00a0' || r == '\u2007' || r == '\u202f'
		return unicode.IsSpace(r) && !noBreak
	})
}

// splitWord gives the word itself, or, of a word that fits no line, its parts
// that do. An accent stays on its letter, and each part has a letter at least.
func (f *Face) splitWord(word string, size float64, bold bool, width float64) []string {
	if f.Width(word, size, bold, 0) <= width+wrapSlack {
		return []string{word}
	}
	var parts []string
	begin, used := 0, 0.0
	for i, r := range word {
		wide := f.Width(string(r), size, bold, 0)
		if i > begin && used+wide > width+wrapSlack && !unicode.Is(unicode.M, r) {
			parts = append(parts, word[begin:i])
			begin, used = i, 0
		}
		used += wide
	}
	return append(parts, word[begin:])
}
