package mapview

import (
	"image"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Scaled with the processor a tile takes 13 ms of the UI goroutine.
func TestPicturesAreScaledByTheGraphicsSide(t *testing.T) {
	if newPicture(nil).ScaleMode != canvas.ImageScaleFastest {
		t.Error("a picture is scaled with the processor")
	}
}

func TestATileOfTheNextLevelIsUploadedUnseen(t *testing.T) {
	m := show(t, square())
	g := m.ground
	g.next = level{3, g.version}
	k := tileKey{level: g.next}
	g.received(k, image.NewRGBA(image.Rect(0, 0, tileSide, tileSide)))
	p := g.tiles[k].picture
	if !p.Visible() || p.Alpha() != 0 || p.Size() != fyne.NewSquareSize(1) {
		t.Errorf("visible %v, alpha %v, size %v", p.Visible(), p.Alpha(), p.Size())
	}
	g.shown, g.next = g.next, level{}
	g.placeTile(m.camera, k, g.tiles[k], false)
	if p.Alpha() != 1 || p.Size() == fyne.NewSquareSize(1) {
		t.Errorf("in its place: alpha %v, size %v", p.Alpha(), p.Size())
	}
}

func TestTheOverviewIsShownAloneWhereItIsSharpEnough(t *testing.T) {
	m := show(t, square())
	m.SetZoom(4)
	m.wait()
	m.worker.start = func(func()) {} // nothing new comes
	m.SetZoom(0.5)
	if !m.ground.overview.Visible() {
		t.Fatal("no overview")
	}
	for k, tile := range m.ground.tiles {
		if tile.picture.Visible() {
			t.Errorf("tile %v under or over it", k)
		}
	}
}
