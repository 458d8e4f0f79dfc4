package mapview

import "fyne.io/fyne/v2"

// newLayer holds objects that are put by hand and take the room they are given.
func newLayer(objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: asPut{}, Objects: objects}
}

// asPut leaves objects where they are.
type asPut struct{}

func (asPut) Layout([]fyne.CanvasObject, fyne.Size) {}

func (asPut) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }
