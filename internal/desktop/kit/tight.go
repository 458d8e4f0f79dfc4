package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Tight takes the margins off the texts in an object: lines of a card stand
// close, at one edge with its marks. What is added to a container later keeps
// its margins, and so does a text that a border layout was told of.
//
// A theme of its own would do as well, but Fyne keeps the fonts of each such
// theme for ever, two megabytes a piece.
func Tight(o fyne.CanvasObject) fyne.CanvasObject {
	switch o := o.(type) {
	case *widget.Label, *widget.RichText, *widget.Hyperlink:
		return container.New(bleed{}, o)
	case *fyne.Container:
		for i, inner := range o.Objects {
			o.Objects[i] = Tight(inner)
		}
	}
	return o
}

// bleed lets the margins of a text stand outside the room it gets.
type bleed struct{}

func (bleed) MinSize(o []fyne.CanvasObject) fyne.Size {
	if !o[0].Visible() {
		return fyne.Size{}
	}
	out := 2 * theme.InnerPadding()
	return o[0].MinSize().SubtractWidthHeight(out, out)
}

func (bleed) Layout(o []fyne.CanvasObject, size fyne.Size) {
	out := theme.InnerPadding()
	o[0].Resize(size.AddWidthHeight(2*out, 2*out))
	o[0].Move(fyne.NewPos(-out, -out))
}

// Kind is the word above a name that says what it is, as the figure has it:
// small letters of the alphabet's upper half, apart from each other.
func Kind(word string) *widget.Label {
	l := Plain(Secondary(spaced(strings.ToUpper(word))))
	l.SizeName = SizeKind
	return l
}

// spaced puts a hair of room between letters.
func spaced(text string) string { return strings.Join(strings.Split(text, ""), "\u200a") }
