package kit

import (
	"embed"
	"fmt"
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

//go:embed icons/*.svg
var drawings embed.FS

// Icon is one of our drawings in a colour of the theme. Fyne colours only what
// is filled; our drawings are lines as well, so each says itself where its
// colour goes, as currentColor.
type Icon struct {
	name   string
	colour fyne.ThemeColorName
}

var _ fyne.ThemedResource = Icon{}

// NewIcon gives the drawing of a name, such as "map" or "owned", in ink. A name
// without a drawing is a fault of the program, which a test finds.
func NewIcon(name string) Icon { return Icon{name, Ink} }

// In gives the drawing in another colour.
func (i Icon) In(colour fyne.ThemeColorName) Icon { return Icon{i.name, colour} }

// Name tells drawings apart.
func (i Icon) Name() string { return "snijvlak-" + string(i.colour) + "-" + i.name + ".svg" }

// ThemeColorName is the colour the drawing has.
func (i Icon) ThemeColorName() fyne.ThemeColorName { return i.colour }

// Content is the drawing in the colours of the theme that is on now.
func (i Icon) Content() []byte {
	drawing, err := drawings.ReadFile("icons/" + i.name + ".svg")
	if err != nil {
		fyne.LogError("icon", err)
		return []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"></svg>`)
	}
	return []byte(strings.ReplaceAll(string(drawing), "currentColor", hex(theme.Color(i.colour))))
}

func hex(c color.Color) string {
	n := color.NRGBAModel.Convert(c).(color.NRGBA)
	return fmt.Sprintf("#%02X%02X%02X", n.R, n.G, n.B)
}

// Picture shows an icon in a square of so many units.
func Picture(i Icon, side float32) *canvas.Image {
	img := canvas.NewImageFromResource(i)
	img.FillMode = canvas.ImageFillContain
	img.SetMinSize(fyne.NewSquareSize(side))
	return img
}

// Drawing is the name of the drawing.
func (i Icon) Drawing() string { return i.name }

// Drawn says whether there is a drawing of a name.
func Drawn(name string) bool {
	_, err := drawings.Open("icons/" + name + ".svg")
	return err == nil
}
