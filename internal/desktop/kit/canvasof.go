package kit

import "fyne.io/fyne/v2"

// CanvasOf is that of the window an object is in, or nil where there is no window.
// Fyne knows it only once the object was drawn; a key that comes sooner, to a
// dialog that just opened, may not be lost, so until then it is that of the
// newest window.
func CanvasOf(o fyne.CanvasObject) fyne.Canvas {
	driver := fyne.CurrentApp().Driver()
	if c := driver.CanvasForObject(o); c != nil {
		return c
	}
	if all := driver.AllWindows(); len(all) > 0 {
		return all[len(all)-1].Canvas()
	}
	return nil
}
