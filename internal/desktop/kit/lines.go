package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Lines is text over at most so many lines, for rows of one height; what does
// not fit ends in dots and can be read in full elsewhere. It has no margins.
type Lines struct {
	widget.BaseWidget
	text   string
	size   fyne.ThemeSizeName
	colour fyne.ThemeColorName
	strong bool
	most   int
	top    bool
}

// NewLines makes an empty text of a look.
func NewLines(most int, size fyne.ThemeSizeName, colour fyne.ThemeColorName, strong bool) *Lines {
	l := &Lines{most: most, size: size, colour: colour, strong: strong}
	l.ExtendBaseWidget(l)
	return l
}

// FromTop lets a text of fewer lines begin at the top, not in the middle.
func (l *Lines) FromTop() *Lines { l.top = true; return l }

// Set shows another text.
func (l *Lines) Set(text string) {
	if l.text != text {
		l.text = text
		l.Refresh()
	}
}

// Text is what it shows, in full.
func (l *Lines) Text() string { return l.text }

// SetLook gives it another colour and weight.
func (l *Lines) SetLook(colour fyne.ThemeColorName, strong bool) {
	l.colour, l.strong = colour, strong
	l.Refresh()
}

// CreateRenderer is part of fyne.Widget.
func (l *Lines) CreateRenderer() fyne.WidgetRenderer {
	r := &linesRenderer{lines: l}
	for range l.most {
		r.texts = append(r.texts, LineOf("", l.size, l.colour, l.strong))
	}
	return r
}

type linesRenderer struct {
	lines *Lines
	texts []*canvas.Text
}

func (r *linesRenderer) step() float32 { return TextSize(r.lines.size) * 1.4 }

func (r *linesRenderer) MinSize() fyne.Size {
	return fyne.NewSize(Space8, r.step()*float32(r.lines.most))
}

// Layout puts what lines there are in the middle of the height, or at its top.
func (r *linesRenderer) Layout(size fyne.Size) {
	l := r.lines
	style := fyne.TextStyle{Bold: l.strong}
	parts := broken(l.text, l.most, func(s string) bool {
		return fyne.MeasureText(s, TextSize(l.size), style).Width <= size.Width
	})
	y := (size.Height - r.step()*float32(len(parts))) / 2
	if l.top {
		y = 0
	}
	for i, t := range r.texts {
		t.Text = ""
		if i < len(parts) {
			t.Text = parts[i]
		}
		t.TextSize, t.TextStyle, t.Color = TextSize(l.size), style, Colour(l.colour)
		t.Move(fyne.NewPos(0, y+float32(i)*r.step()))
		t.Resize(fyne.NewSize(size.Width, r.step()))
		t.Refresh()
	}
}

func (r *linesRenderer) Refresh() { r.Layout(r.lines.Size()) }
func (r *linesRenderer) Destroy() {}
func (r *linesRenderer) Objects() []fyne.CanvasObject {
	all := make([]fyne.CanvasObject, len(r.texts))
	for i, t := range r.texts {
		all[i] = t
	}
	return all
}

// broken breaks a text at its words into at most so many lines that fit. A word
// that is too long ends in dots, as does the last line where there is more.
func broken(text string, most int, fits func(string) bool) []string {
	var lines []string
	words := strings.Fields(text)
	for len(words) > 0 && len(lines) < most {
		n := 1
		for n < len(words) && fits(strings.Join(words[:n+1], " ")) {
			n++
		}
		lines = append(lines, strings.Join(words[:n], " "))
		words = words[n:]
	}
	for i, line := range lines {
		if !fits(line) || len(words) > 0 && i == len(lines)-1 {
			lines[i] = Dotted(line, fits)
		}
	}
	return lines
}

// Dotted takes letters off the end until the text fits with dots.
func Dotted(text string, fits func(string) bool) string {
	letters := []rune(text)
	for len(letters) > 0 && !fits(string(letters)+"…") {
		letters = letters[:len(letters)-1]
	}
	return strings.TrimRight(string(letters), " ,.;:-") + "…"
}

// Broken gives the lines that a text of a size goes over in a width, and whether
// each of its words fits. It measures words, which is quicker than lines and as
// good but for a hair.
func Broken(text string, size fyne.ThemeSizeName, width float32) (lines int, whole bool) {
	measure := func(s string) float32 { return fyne.MeasureText(s, TextSize(size), fyne.TextStyle{}).Width }
	space, x := measure("n n")-measure("nn"), float32(0)
	whole = true
	for _, word := range strings.Fields(text) {
		wide := measure(word)
		whole = whole && wide <= width
		if x += space + wide; lines == 0 || x > width {
			lines, x = lines+1, wide
		}
	}
	return lines, whole
}
