package kit

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Tight takes the margins off the texts in an object: lines of a card stand
// close, at one edge with its marks. Only texts belong in it: drawings lose their
// colours there, fields their room.
func Tight(o fyne.CanvasObject) fyne.CanvasObject { return container.NewThemeOverride(o, tight{}) }

// tight is the theme of the window without margins around text.
type tight struct{}

func (tight) of() fyne.Theme { return fyne.CurrentApp().Settings().Theme() }

func (t tight) Color(n fyne.ThemeColorName, v fyne.ThemeVariant) color.Color {
	return t.of().Color(n, v)
}
func (t tight) Font(s fyne.TextStyle) fyne.Resource     { return t.of().Font(s) }
func (t tight) Icon(n fyne.ThemeIconName) fyne.Resource { return t.of().Icon(n) }
func (t tight) Size(n fyne.ThemeSizeName) float32 {
	if n == theme.SizeNameInnerPadding {
		return 0
	}
	return t.of().Size(n)
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
