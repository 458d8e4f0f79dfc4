package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
)

// Rows puts objects under each other with so much room between.
func Rows(room float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(layout.NewCustomPaddedVBoxLayout(room), objects...)
}

// Columns puts objects beside each other with so much room between.
func Columns(room float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(layout.NewCustomPaddedHBoxLayout(room), objects...)
}

// Bar is a row with some objects at the left and others at the right, in the
// middle of its height.
func Bar(left []fyne.CanvasObject, right ...fyne.CanvasObject) *fyne.Container {
	row := container.New(layout.NewCustomPaddedHBoxLayout(Space2))
	for _, o := range left {
		row.Add(container.NewCenter(o))
	}
	row.Add(layout.NewSpacer())
	for _, o := range right {
		row.Add(container.NewCenter(o))
	}
	return row
}

// Field puts the name of a field above it, and what helps to fill it in below.
func Field(name string, field fyne.CanvasObject, help string) *fyne.Container {
	rows := Rows(0, Plain(Strong(name)), field)
	if help != "" {
		rows.Add(Secondary(help))
	}
	return rows
}

// Column keeps text to a width at which it reads well (75 characters).
func Column(o fyne.CanvasObject) *fyne.Container { return container.New(atMost{640}, o) }

// Wide keeps an object to at most a width, at the left.
func Wide(width float32, o fyne.CanvasObject) *fyne.Container { return container.New(atMost{width}, o) }

type atMost struct{ width float32 }

func (l atMost) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }

func (l atMost) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(fyne.NewSize(min(size.Width, l.width), size.Height))
	objects[0].Move(fyne.NewPos(0, 0))
}

// Flow puts objects in a row and goes on in the next where they do not fit: for
// chips and small buttons.
func Flow(objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&flow{room: Space2}, objects...)
}

type flow struct {
	room  float32
	width float32
}

func (l *flow) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return l.place(objects, max(l.width, widest(objects)), func(fyne.CanvasObject, fyne.Position) {})
}

func (l *flow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	l.place(objects, size.Width, func(o fyne.CanvasObject, at fyne.Position) {
		o.Resize(o.MinSize())
		o.Move(at)
	})
}

// place puts the objects row by row, each in the middle of its row's height.
func (l *flow) place(objects []fyne.CanvasObject, width float32, put func(fyne.CanvasObject, fyne.Position)) fyne.Size {
	var x, y, high float32
	var row []fyne.CanvasObject
	end := func() {
		x = 0
		for _, o := range row {
			s := o.MinSize()
			put(o, fyne.NewPos(x, y+(high-s.Height)/2))
			x += s.Width + l.room
		}
		y, x, row = y+high, 0, row[:0]
	}
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		s := o.MinSize()
		if x > 0 && x+s.Width > width {
			end()
			y, high = y+l.room, 0
		}
		row = append(row, o)
		x, high = x+s.Width+l.room, max(high, s.Height)
	}
	end()
	return fyne.NewSize(widest(objects), y)
}

func widest(objects []fyne.CanvasObject) float32 {
	var w float32
	for _, o := range objects {
		if o.Visible() {
			w = max(w, o.MinSize().Width)
		}
	}
	return w
}

// Inset moves an object in by as much as a label has before its text, so that
// marks and badges line up with texts.
func Inset(o fyne.CanvasObject) *fyne.Container {
	return container.New(layout.NewCustomPaddedLayout(0, 0, Space2, Space2), o)
}

// OnPaper puts an object on paper from edge to edge.
func OnPaper(o fyne.CanvasObject) *fyne.Container { return container.NewStack(NewSurface(Paper), o) }

// Empty is what stands where there is nothing yet: a sentence, and perhaps what
// to do about it.
func Empty(text string, do ...fyne.CanvasObject) *fyne.Container {
	line := Body(text)
	line.Alignment = fyne.TextAlignCenter
	rows := Rows(Space3, line)
	if len(do) > 0 {
		rows.Add(container.NewCenter(container.NewHBox(do...)))
	}
	return container.New(inTheMiddle{480}, rows)
}

type inTheMiddle struct{ width float32 }

func (l inTheMiddle) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }

func (l inTheMiddle) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	width := min(size.Width, l.width)
	objects[0].Resize(fyne.NewSize(width, size.Height))
	height := min(objects[0].MinSize().Height, size.Height)
	objects[0].Resize(fyne.NewSize(width, height))
	objects[0].Move(fyne.NewPos((size.Width-width)/2, (size.Height-height)/2))
}

// Divider is a thin line across.
func Divider() fyne.CanvasObject {
	s := NewSurface(Hairline)
	s.least = fyne.NewSize(1, 1)
	return s
}

// InTheMiddle puts an object of a width in the middle of what room there is.
func InTheMiddle(width float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(inTheMiddle{width}, o)
}
