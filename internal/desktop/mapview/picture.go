package mapview

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// newPicture is a picture that the graphics side stretches. Any other scale mode
// than the fastest has Fyne scale it with the processor, on the UI goroutine,
// whenever it is uploaded at a size that is not its own: 13 ms for a tile.
func newPicture(of image.Image) *canvas.Image {
	p := canvas.NewImageFromImage(of)
	p.FillMode, p.ScaleMode = canvas.ImageFillStretch, canvas.ImageScaleFastest
	return p
}

// stretch moves and resizes a picture. Resize would have the picture uploaded
// anew for every frame of a zoom, eight frames a second where sixty are
// possible; a copy that no window knows is resized without that, and its size
// taken over.
func stretch(p *canvas.Image, at fyne.Position, size fyne.Size) {
	if p.Size() != size {
		twin := *p
		twin.Resize(size)
		*p = twin
	}
	p.Move(at)
}

// tile is a picture with when it was last wanted.
type tile struct {
	picture *canvas.Image
	used    int
}

// spareTiles is how many pictures are kept besides those on the screen; each
// takes a megabyte, and as much on the side of the graphics.
const spareTiles = 16

// upload has a picture go to the graphics side in the next frame without being
// seen, so that a level that takes over brings few with it at once.
func (t *tile) upload() {
	t.picture.Translucency = 1
	stretch(t.picture, fyne.Position{}, fyne.NewSquareSize(1))
	t.picture.Show()
}
