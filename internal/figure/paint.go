package figure

import (
	"image/color"

	"github.com/tdewolff/canvas"

	"snijvlak/assets"
	"snijvlak/internal/looks"
	"snijvlak/internal/scene"
)

// mm is a point in millimetres, the unit of canvas.
const mm = 25.4 / 72

// painter draws scenes through a canvas renderer, for PDF and PNG.
type painter struct {
	to            canvas.Renderer
	regular, bold *canvas.Font
	// height turns y round: canvas counts upwards.
	height float64
}

// newPainter loads the fonts anew each time: canvas' fonts are changed by
// making a subset of them and are not safe for concurrent use.
func newPainter(to canvas.Renderer) (*painter, error) {
	regular, err := loadFont(assets.FontRegular, canvas.FontRegular)
	if err != nil {
		return nil, err
	}
	bold, err := loadFont(assets.FontBold, canvas.FontBold)
	return &painter{to: to, regular: regular, bold: bold}, err
}

// loadFont turns kerning and ligatures off, because the scene was measured
// without, and a ligature cannot be searched in a PDF.
func loadFont(data []byte, style canvas.FontStyle) (*canvas.Font, error) {
	f, err := canvas.LoadFont(data, 0, style)
	if err != nil {
		return nil, err
	}
	f.SetFeatures("-kern,-liga,-clig,-calt")
	return f, nil
}

// scene draws what is on a page; the paper is there already.
func (p *painter) scene(s *scene.Scene) {
	p.height = s.Height
	for i := range s.Items {
		for _, shape := range s.Items[i].Shapes {
			p.shape(shape)
		}
		for _, text := range s.Items[i].Texts {
			p.text(text)
		}
	}
}

// page is the background as a shape.
func page(s *scene.Scene) scene.Shape {
	corner := func(x, y float64) [3]scene.Point { return [3]scene.Point{{X: x, Y: y}} }
	return scene.Shape{Fill: &s.Background, Path: scene.Path{
		{Op: scene.Move, P: corner(0, 0)},
		{Op: scene.Line, P: corner(s.Width, 0)},
		{Op: scene.Line, P: corner(s.Width, s.Height)},
		{Op: scene.Line, P: corner(0, s.Height)},
		{Op: scene.Close},
	}}
}

func (p *painter) shape(s scene.Shape) {
	style := canvas.DefaultStyle
	style.Fill, style.Stroke = paint(s.Fill), paint(s.Stroke)
	style.StrokeWidth = s.Width * mm
	style.StrokeJoiner = canvas.RoundJoin
	if s.Round {
		style.StrokeCapper = canvas.RoundCap
	}
	style.Dashes = dashes(s)
	p.to.RenderPath(p.path(s.Path), style, canvas.Identity)
}

// shortest is a dash of no length, which the rasterizer would not draw: with
// round caps it is a dot.
const shortest = 0.01

// dashes are in units of the stroke's width, as canvas has them.
func dashes(s scene.Shape) []float64 {
	if s.Width <= 0 {
		return nil
	}
	parts := make([]float64, len(s.Dash))
	for i, d := range s.Dash {
		parts[i] = max(d, shortest) / s.Width
	}
	return parts
}

func (p *painter) path(steps scene.Path) *canvas.Path {
	path := &canvas.Path{}
	for _, s := range steps {
		a, b, c := p.at(s.P[0]), p.at(s.P[1]), p.at(s.P[2])
		switch s.Op {
		case scene.Move:
			path.MoveTo(a.X, a.Y)
		case scene.Line:
			path.LineTo(a.X, a.Y)
		case scene.Curve:
			path.CubeTo(a.X, a.Y, b.X, b.Y, c.X, c.Y)
		case scene.Close:
			path.Close()
		}
	}
	return path
}

func (p *painter) at(q scene.Point) canvas.Point {
	return canvas.Point{X: q.X * mm, Y: (p.height - q.Y) * mm}
}

func (p *painter) text(t scene.Text) {
	font := p.regular
	if t.Bold {
		font = p.bold
	}
	face := font.Face(t.Size, paint(&t.Colour))
	line := canvas.NewTextLine(face, plain(t.String), canvas.Left)
	if parts := partsOf(line); len(parts) > 1 {
		p.parts(t, font, parts)
		return
	}
	set(line, font, t.Spacing/t.Size*float64(font.SFNT.Head.UnitsPerEm))
	at := p.at(scene.Point{X: t.X, Y: t.Y})
	p.to.RenderText(line, canvas.Identity.Translate(at.X, at.Y))
}

// partsOf gives the stretches of one script that canvas took a line apart into.
func partsOf(line *canvas.Text) []string {
	var parts []string
	line.WalkSpans(func(_, _ float64, span canvas.TextSpan) { parts = append(parts, span.Text) })
	return parts
}

// parts draws the stretches of a line one after the other, as wide as they are.
func (p *painter) parts(t scene.Text, font *canvas.Font, parts []string) {
	for _, part := range parts {
		t.String = part
		p.text(t)
		for _, r := range part {
			t.X += float64(advance(font, r))*t.Size/float64(font.SFNT.Head.UnitsPerEm) + t.Spacing
		}
	}
}

// set gives each letter of a line the glyph and the width that the font has for
// it, widened by extra units of the font. Canvas leaves both to a shaper that
// answers glyph 0 for everything since typesetting 0.3.1, which Fyne needs
// (canvas makes its Face without NewFace, so that its cache holds zeros). The
// scene is set without kerning and ligatures, so there is nothing else to shape.
// The glyphs that WalkSpans shows are those that will be drawn.
func set(line *canvas.Text, font *canvas.Font, extra float64) {
	line.WalkSpans(func(_, _ float64, span canvas.TextSpan) {
		for i := range span.Glyphs {
			g := &span.Glyphs[i]
			g.ID = font.SFNT.GlyphIndex(g.Text)
			g.XAdvance = int32(advance(font, g.Text)) + int32(extra+0.5)
		}
	})
}

// advance is the width of a letter in units of the font.
func advance(font *canvas.Font, r rune) uint16 {
	return font.SFNT.GlyphAdvance(font.SFNT.GlyphIndex(r))
}

// paint is no paint for no colour.
func paint(c *looks.Colour) canvas.Paint {
	if c == nil {
		return canvas.Paint{}
	}
	return canvas.Paint{Color: color.RGBA{R: c.R, G: c.G, B: c.B, A: 255}}
}
