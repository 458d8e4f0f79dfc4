package agendaview

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"snijvlak/internal/desktop/kit"
)

// face is what stands on a card: paragraphs that wrap to its width, drawn
// without a label each, since a board has hundreds of them.
type face struct {
	widget.BaseWidget
	paragraphs []paragraph
}

// paragraph is a text in one look, perhaps after a drawing; or, without a text,
// a row of badges.
type paragraph struct {
	text   string
	icon   string
	size   fyne.ThemeSizeName
	colour fyne.ThemeColorName
	strong bool
	// most is how many lines it may take; what is more ends in dots. None is no
	// limit.
	most   int
	badges fyne.CanvasObject
}

func newFace(paragraphs ...paragraph) *face {
	f := &face{paragraphs: paragraphs}
	f.ExtendBaseWidget(f)
	return f
}

// CreateRenderer is part of fyne.Widget.
func (f *face) CreateRenderer() fyne.WidgetRenderer {
	r := &faceRenderer{face: f}
	for _, p := range f.paragraphs {
		if p.icon != "" {
			r.icons = append(r.icons, kit.Picture(kit.NewIcon(p.icon).In(p.colour), markSide))
		}
	}
	return r
}

type faceRenderer struct {
	face  *face
	icons []*canvas.Image
	texts []*canvas.Text
	width float32
	high  float32
}

const (
	markSide   float32 = 16
	lineHeight float32 = 1.3
)

// MinSize is as high as the texts are at the width that the card has now.
func (r *faceRenderer) MinSize() fyne.Size {
	r.fit(r.face.Size().Width)
	return fyne.NewSize(3*kit.Space8, r.high)
}

func (r *faceRenderer) Layout(size fyne.Size) { r.fit(size.Width) }

// fit breaks the texts to a width and puts everything in its place.
func (r *faceRenderer) fit(width float32) {
	width = max(width, 3*kit.Space8)
	if width == r.width {
		return
	}
	r.width = width
	line, icon := 0, 0
	var y float32
	for _, p := range r.face.paragraphs {
		if p.badges != nil {
			p.badges.Move(fyne.NewPos(0, y))
			p.badges.Resize(p.badges.MinSize())
			y += p.badges.MinSize().Height + kit.Space1
			continue
		}
		var left float32
		if p.icon != "" {
			left = markSide + kit.Space1
			r.icons[icon].Move(fyne.NewPos(0, y))
			r.icons[icon].Resize(fyne.NewSquareSize(markSide))
			icon++
		}
		size := kit.TextSize(p.size)
		for _, text := range wrapped(p, size, width-left) {
			t := r.text(line)
			line++
			if t.Text != text || t.TextSize != size || t.TextStyle.Bold != p.strong {
				t.Text, t.TextSize, t.TextStyle.Bold = text, size, p.strong
				t.Refresh()
			}
			t.Color = kit.Colour(p.colour)
			t.Move(fyne.NewPos(left, y))
			t.Resize(fyne.NewSize(width-left, size*lineHeight))
			y += size * lineHeight
		}
		y += kit.Space1
	}
	r.texts = r.texts[:line]
	r.high = max(y-kit.Space1, 0)
}

func (r *faceRenderer) text(at int) *canvas.Text {
	if at == len(r.texts) {
		r.texts = append(r.texts, canvas.NewText("", kit.Colour(kit.Ink)))
	}
	return r.texts[at]
}

func (r *faceRenderer) Refresh() {
	r.width = 0
	r.fit(r.face.Size().Width)
	for _, o := range r.Objects() {
		o.Refresh()
	}
}

func (r *faceRenderer) Destroy() {}
func (r *faceRenderer) Objects() []fyne.CanvasObject {
	var all []fyne.CanvasObject
	for _, p := range r.face.paragraphs {
		if p.badges != nil {
			all = append(all, p.badges)
		}
	}
	for _, o := range r.icons {
		all = append(all, o)
	}
	for _, o := range r.texts {
		all = append(all, o)
	}
	return all
}

// The looks of paragraphs outside the board.
func kindWord(text string) paragraph {
	return paragraph{text: kit.Kind(text).Text, size: kit.SizeKind, colour: kit.Ink2}
}

func strong(text string) paragraph {
	return paragraph{text: text, size: kit.SizeBody, colour: kit.Ink, strong: true}
}

func quiet(text string) paragraph {
	return paragraph{text: text, size: kit.SizeSecondary, colour: kit.Ink2}
}

// shown replaces the arrow that the letters of the window lack.
func shown(text string) string { return strings.ReplaceAll(text, "→", "›") }
