package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Title is the title of a page, 22 high and bold; it wraps.
func Title(text string) *widget.Label { return label(text, SizeTitle, true) }

// Section is the title of a part, 16 high and bold; it wraps.
func Section(text string) *widget.Label { return label(text, SizeSection, true) }

// Body is text of 14 that wraps.
func Body(text string) *widget.Label { return label(text, SizeBody, false) }

// Strong is a Body in bold, for names.
func Strong(text string) *widget.Label { return label(text, SizeBody, true) }

// Secondary is text of 12 in the second ink that wraps: what is said beside
// something.
func Secondary(text string) *widget.Label {
	l := label(text, SizeSecondary, false)
	l.Importance = widget.LowImportance
	return l
}

func label(text string, size fyne.ThemeSizeName, strong bool) *widget.Label {
	l := widget.NewLabelWithStyle(text, fyne.TextAlignLeading, fyne.TextStyle{Bold: strong})
	l.SizeName = size
	l.Wrapping = fyne.TextWrapWord
	return l
}

// OneLine makes a label keep to one line; what does not fit ends in dots. Only
// for texts that can be read in full elsewhere.
func OneLine(l *widget.Label) *widget.Label {
	l.Wrapping = fyne.TextWrapOff
	l.Truncation = fyne.TextTruncateEllipsis
	return l
}

// Plain makes a label as wide as its text, for what stands beside others.
func Plain(l *widget.Label) *widget.Label {
	l.Wrapping = fyne.TextWrapOff
	return l
}

// LineOf is one line of text without a margin in a colour of the theme: for
// widgets that draw themselves. Its colour follows at the next refresh.
func LineOf(text string, size fyne.ThemeSizeName, colour fyne.ThemeColorName, strong bool) *canvas.Text {
	t := canvas.NewText(text, Colour(colour))
	t.TextSize = TextSize(size)
	t.TextStyle.Bold = strong
	return t
}

// TextSize is a text size in units, for texts of a canvas.
func TextSize(name fyne.ThemeSizeName) float32 {
	return fyne.CurrentApp().Settings().Theme().Size(name)
}

// rule is a rectangle whose colours are names, so that it can follow the theme.
type rule struct {
	*canvas.Rectangle
	fill, stroke fyne.ThemeColorName
}

func newRule(fill, stroke fyne.ThemeColorName, width float32) rule {
	r := rule{canvas.NewRectangle(color.Transparent), fill, stroke}
	r.CornerRadius = Corner
	r.StrokeWidth = width
	r.follow()
	return r
}

// follow takes the colours of the theme that is on now.
func (r rule) follow() {
	r.FillColor, r.StrokeColor = named(r.fill), named(r.stroke)
	r.Rectangle.Refresh()
}

func named(n fyne.ThemeColorName) color.Color {
	if n == "" {
		return color.Transparent
	}
	return Colour(n)
}
