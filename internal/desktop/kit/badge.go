package kit

import (
	"fmt"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"
)

// Badge shows a theme by its number: a disc of 22, with a dashed outline where
// the link is inferred.
type Badge struct {
	widget.BaseWidget
	number   int
	inferred bool
}

const badgeSide float32 = 22

// NewBadge makes the badge of a theme number.
func NewBadge(number int, inferred bool) *Badge {
	b := &Badge{number: number, inferred: inferred}
	b.ExtendBaseWidget(b)
	return b
}

// Set shows another number.
func (b *Badge) Set(number int, inferred bool) {
	b.number, b.inferred = number, inferred
	b.Refresh()
}

// MinSize is part of fyne.CanvasObject.
func (b *Badge) MinSize() fyne.Size { return fyne.NewSquareSize(badgeSide) }

// CreateRenderer is part of fyne.Widget.
func (b *Badge) CreateRenderer() fyne.WidgetRenderer {
	r := &badgeRenderer{badge: b, outline: canvas.NewImageFromResource(nil), number: canvas.NewText("", color.Transparent)}
	r.outline.FillMode = canvas.ImageFillContain
	r.number.TextStyle.Bold = true
	r.number.Alignment = fyne.TextAlignCenter
	r.Refresh()
	return r
}

type badgeRenderer struct {
	badge   *Badge
	outline *canvas.Image
	number  *canvas.Text
}

func (r *badgeRenderer) Layout(size fyne.Size) {
	side := min(size.Width, badgeSide)
	corner := fyne.NewPos((size.Width-side)/2, (size.Height-badgeSide)/2)
	r.outline.Move(corner)
	r.outline.Resize(fyne.NewSquareSize(side))
	text := r.number.MinSize()
	r.number.Move(fyne.NewPos(0, (size.Height-text.Height)/2))
	r.number.Resize(fyne.NewSize(size.Width, text.Height))
}

func (r *badgeRenderer) MinSize() fyne.Size { return fyne.NewSquareSize(badgeSide) }
func (r *badgeRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.outline, r.number}
}
func (r *badgeRenderer) Destroy() {}

func (r *badgeRenderer) Refresh() {
	n := r.badge.number
	r.outline.Resource = disc{ThemeFill(n), ThemeInk(n), r.badge.inferred}
	r.outline.Refresh()
	r.number.Text = fmt.Sprint(n)
	r.number.TextSize = TextSize(SizeSecondary)
	r.number.Color = Colour(ThemeInk(n))
	r.number.Refresh()
}

// disc is the drawing of a badge.
type disc struct {
	fill, line fyne.ThemeColorName
	dashed     bool
}

func (d disc) ThemeColorName() fyne.ThemeColorName { return d.line }
func (d disc) Name() string                        { return fmt.Sprintf("disc-%s-%t.svg", d.line, d.dashed) }

func (d disc) Content() []byte {
	dashes := ""
	if d.dashed {
		dashes = ` stroke-dasharray="3 2.2"`
	}
	return fmt.Appendf(nil, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 22 22" width="22" height="22">`+
		`<circle cx="11" cy="11" r="10" fill="%s" stroke="%s" stroke-width="1.4"%s/></svg>`,
		hex(Colour(d.fill)), hex(Colour(d.line)), dashes)
}

// Badges puts badges in a row; dashed says of each whether it is inferred.
func Badges(numbers []int, inferred func(int) bool) *fyne.Container {
	row := container.New(layout.NewCustomPaddedHBoxLayout(Space1))
	for _, n := range numbers {
		row.Add(NewBadge(n, inferred != nil && inferred(n)))
	}
	return row
}
