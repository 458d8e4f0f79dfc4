package figure

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"

	"snijvlak/internal/scene"
)

// WriteSVG writes a scene as one SVG file: real text in reading order, a
// titled group for each item, title and description for who cannot see it,
// the letters that are used as a font inside. Nothing in it runs, and it asks
// for nothing outside.
func WriteSVG(w io.Writer, s scene.Scene) error {
	font, err := fontStyle(s)
	if err != nil {
		return err
	}
	return writeSVG(w, s, font)
}

// writeSVG writes a page with a style sheet that holds its fonts; the pages of
// one view share theirs.
func writeSVG(w io.Writer, s scene.Scene, font string) error {
	var f svgFile
	f.open(&s, font)
	f.shape(page(&s))
	for i := range s.Items {
		f.item(&s.Items[i])
	}
	f.line("</svg>")
	_, err := w.Write(f.Bytes())
	return err
}

// svgFile is the file as far as written.
type svgFile struct{ bytes.Buffer }

func (f *svgFile) line(format string, a ...any) { fmt.Fprintf(f, format+"\n", a...) }

// fontStack is for viewers that do not use the font inside.
const fontStack = `'Noto Sans','Open Sans','Segoe UI',Verdana,Arial,sans-serif`

func (f *svgFile) open(s *scene.Scene, style string) {
	width, height := number(s.Width), number(s.Height)
	f.line(`<?xml version="1.0" encoding="UTF-8"?>`)
	f.line(`<svg xmlns="http://www.w3.org/2000/svg" width="%spt" height="%spt" viewBox="0 0 %s %s"`,
		width, height, width, height)
	f.line(`     role="img" xml:lang="%s" lang="%s"%s`, language(s), language(s), labels(figureID, s.Title, s.Desc))
	f.line(`     font-family="%s" stroke-linejoin="round" style="font-kerning:none;font-variant-ligatures:none">`, fontStack)
	f.naming(figureID, s.Title, s.Desc)
	if style != "" {
		f.line("<style>%s</style>", style)
	}
}

// labels points at what naming writes.
func labels(id, title, desc string) string {
	var a string
	if prose(title) != "" {
		a += fmt.Sprintf(` aria-labelledby="%s.t"`, id)
	}
	if prose(desc) != "" {
		a += fmt.Sprintf(` aria-describedby="%s.d"`, id)
	}
	return a
}

// naming writes the title and the description of the figure or a group.
func (f *svgFile) naming(id, title, desc string) {
	if title = prose(title); title != "" {
		f.line(`<title id="%s.t">%s</title>`, id, escape(title))
	}
	if desc = prose(desc); desc != "" {
		f.line(`<desc id="%s.d">%s</desc>`, id, escape(desc))
	}
}

func (f *svgFile) item(i *scene.Item) {
	id := svgID(i.ID)
	f.line(`<g id="%s" role="group"%s>`, id, labels(id, i.Title, i.Desc))
	f.naming(id, i.Title, i.Desc)
	for _, s := range i.Shapes {
		f.shape(s)
	}
	for _, t := range i.Texts {
		f.text(t)
	}
	f.line("</g>")
}

func (f *svgFile) shape(s scene.Shape) {
	fill := "none"
	if s.Fill != nil {
		fill = s.Fill.Hex()
	}
	f.line(`<path d="%s" fill="%s"%s/>`, pathData(s.Path), fill, strokeAttributes(s))
}

func strokeAttributes(s scene.Shape) string {
	if s.Stroke == nil || s.Width <= 0 {
		return ""
	}
	a := fmt.Sprintf(` stroke="%s" stroke-width="%s"`, s.Stroke.Hex(), number(s.Width))
	if s.Round {
		a += ` stroke-linecap="round"`
	}
	if len(s.Dash) > 0 {
		parts := make([]string, len(s.Dash))
		for i, d := range s.Dash {
			parts[i] = number(d)
		}
		a += ` stroke-dasharray="` + strings.Join(parts, " ") + `"`
	}
	return a
}

func pathData(steps scene.Path) string {
	var b strings.Builder
	for _, s := range steps {
		switch s.Op {
		case scene.Move:
			b.WriteString("M" + point(s.P[0]))
		case scene.Line:
			b.WriteString("L" + point(s.P[0]))
		case scene.Curve:
			b.WriteString("C" + point(s.P[0]) + " " + point(s.P[1]) + " " + point(s.P[2]))
		case scene.Close:
			b.WriteString("Z")
		}
	}
	return b.String()
}

// text gives the measured width along, so that a viewer with another font
// keeps the line in its box.
func (f *svgFile) text(t scene.Text) {
	var more string
	if t.Bold {
		more += ` font-weight="700"`
	}
	if t.Spacing != 0 {
		more += ` letter-spacing="` + number(t.Spacing) + `"`
	}
	if t.Width > 0 {
		more += ` textLength="` + number(t.Width) + `" lengthAdjust="spacingAndGlyphs"`
	}
	f.line(`<text x="%s" y="%s" font-size="%s" fill="%s"%s>%s</text>`,
		number(t.X), number(t.Y), number(t.Size), t.Colour.Hex(), more, escape(plain(t.String)))
}

func point(p scene.Point) string { return number(p.X) + " " + number(p.Y) }

// number has two decimals at most: a hundredth of a point is not seen.
func number(v float64) string {
	v = math.Round(v*100) / 100
	if v == 0 {
		v = 0 // no -0
	}
	return strconv.FormatFloat(v, 'f', -1, 64)
}

func escape(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a Builder takes all
	return b.String()
}

// figureID is the figure's own; svgID makes no such name.
const figureID = "the.figure"

// svgID makes an id that may stand in XML and in a list of ids, different for
// each key: a sign that may not stand there becomes its code between dots.
func svgID(key string) string {
	var b strings.Builder
	for i, r := range key {
		letter := r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r == '_'
		follows := i > 0 && (r >= '0' && r <= '9' || r == '-')
		if letter || follows {
			b.WriteRune(r)
			continue
		}
		if i == 0 {
			b.WriteString("n")
		}
		fmt.Fprintf(&b, ".%x.", r)
	}
	return b.String()
}
