package raster

import (
	"image"
	"math"
	"sync"

	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"

	"snijvlak/assets"
	"snijvlak/internal/scene"
)

// glyph is one letter painted at one size and place within a pixel.
type glyph struct {
	mask *image.Alpha
	// dx and dy are from the pixel of the pen to the corner of the mask.
	dx, dy int
}

type glyphKey struct {
	letter rune
	bold   bool
	// size is in 64ths of a pixel, part in quarters.
	size, part int
}

// maxGlyphs bounds the memory of glyphs; each zoom needs a few hundred.
const maxGlyphs = 6000

// glyphs keeps the letters painted so far, for all painters together.
var glyphs = struct {
	sync.Mutex
	made map[glyphKey]glyph
}{made: map[glyphKey]glyph{}}

// glyphOf paints a letter or finds it painted.
func glyphOf(k glyphKey) glyph {
	glyphs.Lock()
	defer glyphs.Unlock()
	if g, ok := glyphs.made[k]; ok {
		return g
	}
	if len(glyphs.made) >= maxGlyphs {
		clear(glyphs.made)
	}
	g := makeGlyph(k)
	glyphs.made[k] = g
	return g
}

func makeGlyph(k glyphKey) glyph {
	face, err := opentype.NewFace(fontOf(k.bold), &opentype.FaceOptions{
		Size: float64(k.size) / 64, DPI: 72, Hinting: font.HintingNone,
	})
	if err != nil {
		return glyph{}
	}
	defer face.Close()
	dot := fixed.Point26_6{X: fixed.Int26_6(k.part * 16)}
	at, mask, from, _, ok := face.Glyph(dot, k.letter)
	if !ok || at.Empty() {
		return glyph{}
	}
	own := image.NewAlpha(image.Rect(0, 0, at.Dx(), at.Dy()))
	for y := range at.Dy() {
		for x := range at.Dx() {
			own.Set(x, y, mask.At(from.X+x, from.Y+y))
		}
	}
	return glyph{own, at.Min.X, at.Min.Y}
}

var regular = sync.OnceValue(func() *opentype.Font { return parse(assets.FontRegular) })

var bold = sync.OnceValue(func() *opentype.Font { return parse(assets.FontBold) })

func fontOf(isBold bool) *opentype.Font {
	if isBold {
		return bold()
	}
	return regular()
}

// parse reads a font that is part of the program.
func parse(data []byte) *opentype.Font {
	f, err := opentype.Parse(data)
	if err != nil {
		panic("raster: font cannot be read: " + err.Error())
	}
	return f
}

// text paints a line of text whose left end on the baseline is at a pixel. The
// baseline is put on a whole pixel: letters are sharper so.
func (b *brush) text(t *scene.Text, at scene.Point, scale float64) {
	size := t.Size * scale
	x, y := at.X, int(math.Round(at.Y))
	for _, r := range t.String {
		part := int(math.Floor((x - math.Floor(x)) * 4))
		g := glyphOf(glyphKey{r, t.Bold, int(math.Round(size * 64)), part})
		if g.mask != nil {
			b.mask(g.mask, int(math.Floor(x))+g.dx, y+g.dy)
		}
		x += scene.NotoSans.Width(string(r), size, t.Bold, t.Spacing*scale)
	}
}

// mask paints the colour through a mask whose corner is at (x0, y0).
func (b *brush) mask(m *image.Alpha, x0, y0 int) {
	area := m.Rect.Add(image.Pt(x0, y0)).Intersect(b.to.Rect)
	for y := area.Min.Y; y < area.Max.Y; y++ {
		row := m.Pix[(y-y0)*m.Stride:]
		for x := area.Min.X; x < area.Max.X; x++ {
			if a := row[x-x0]; a != 0 {
				b.blend(x, y, float64(a)/255)
			}
		}
	}
}
