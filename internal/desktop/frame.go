package desktop

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"snijvlak/internal/desktop/kit"
)

// frame is what stands around the views.
type frame struct {
	window  *Window
	rail    *rail
	head    *head
	banners *banners
	status  *status

	middle  *fyne.Container // the view that is on
	side    *fyne.Container // the inspector
	split   *container.Split
	content fyne.CanvasObject
	// wanted says that the inspector is to be seen where there is room for it.
	wanted bool
}

// Below narrow the rail shows only its drawings and the inspector, when it is
// on, takes the place of the view.
const (
	narrow    float32 = 760
	tight     float32 = 640 // leaves no room for texts in the title line
	railWide  float32 = 168
	railSmall float32 = 48
	sideLeast float32 = 240
)

func newFrame(w *Window) *frame {
	f := &frame{
		window: w, rail: newRail(w), head: newHead(w), banners: newBanners(), status: newStatus(w),
		middle: container.NewStack(), side: container.NewStack(), wanted: w.remember.pane(),
	}
	if w.pane != nil {
		f.side.Add(kit.OnPaper(w.pane.Content()))
	}
	f.split = container.NewHSplit(anySize(f.middle), anySize(f.side))
	f.split.Offset = w.remember.split()
	right := container.NewBorder(kit.Rows(0, f.head.content, f.banners.content), nil, nil, nil, f.split)
	body := container.New(&frameLayout{f}, f.rail.content, right)
	foot := kit.Rows(0, kit.Divider(), f.status.content)
	f.content = container.NewStack(kit.NewSurface(kit.Canvas),
		container.NewBorder(nil, foot, nil, nil, body), container.NewWithoutLayout(firstFrame()))
	return f
}

// show shows a new state in the frame and the inspector.
func (f *frame) show(s kit.State) {
	f.rail.show(s)
	f.head.show(s)
	f.status.show(s)
	f.window.tellDay(s)
	f.window.tellPast(s)
	f.window.tellPending()
	if f.paneOn() {
		f.window.pane.Show(s)
	}
}

func (f *frame) paneOn() bool { return f.window.pane != nil && f.side.Visible() }

// setPane shows or hides the inspector.
func (f *frame) setPane(on bool) {
	f.wanted = on
	f.content.Refresh()
	f.arrange(f.content.Size().Width - railWide)
	if f.paneOn() {
		f.window.pane.Show(f.window.state)
	}
}

// arrange decides what of view and inspector is seen at a width.
func (f *frame) arrange(width float32) {
	room := width >= narrow-railSmall-sideLeast/2
	on := f.wanted && f.window.pane != nil && room && !f.window.alone()
	if f.side.Visible() != on {
		f.side.Hidden = !on
		if on {
			f.split.Trailing.Show() // what clips the side takes room of its own
		} else {
			f.split.Trailing.Hide()
		}
		f.split.Refresh()
	}
}

func (f *frame) remember() {
	f.window.remember.Put(prefPane, f.wanted)
	if f.side.Visible() {
		f.window.remember.Put(prefSplit, f.split.Offset)
	}
}

// frameLayout puts the rail beside the rest.
type frameLayout struct{ frame *frame }

func (l *frameLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(railSmall+o[1].MinSize().Width, max(o[0].MinSize().Height, o[1].MinSize().Height))
}

func (l *frameLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	width := railWide
	if size.Width < narrow || l.frame.window.alone() {
		width = railSmall
	}
	l.frame.rail.fold(width == railSmall)
	l.frame.head.fold(size.Width < tight)
	l.frame.arrange(size.Width - width)
	o[0].Resize(fyne.NewSize(width, size.Height))
	o[0].Move(fyne.NewPos(0, 0))
	o[1].Resize(fyne.NewSize(size.Width-width, size.Height))
	o[1].Move(fyne.NewPos(width, 0))
}

// anySize lets an object be smaller than it asks for: what does not fit is cut
// off at the edge and comes back when the window grows.
func anySize(o fyne.CanvasObject) fyne.CanvasObject {
	return container.NewClip(container.New(anySizeLayout{}, o))
}

type anySizeLayout struct{}

func (anySizeLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(120, 80) }

func (anySizeLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Resize(size)
		o.Move(fyne.NewPos(0, 0))
	}
}
