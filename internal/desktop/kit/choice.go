package kit

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Choice is a list to choose one value from, with a text for each.
type Choice[T comparable] struct {
	*Select
	values []T
	say    func(T) string
}

// NewChoice makes a choice of values; say gives the text of each, which must
// differ. Changed is called when a person chooses, not by Set.
func NewChoice[T comparable](values []T, say func(T) string, changed func(T)) *Choice[T] {
	c := &Choice[T]{Select: newSelect(), values: values, say: say}
	for _, v := range values {
		c.Options = append(c.Options, say(v))
	}
	c.chosen = func(at int) {
		if changed != nil {
			changed(c.values[at])
		}
	}
	return c
}

// Set chooses a value without telling.
func (c *Choice[T]) Set(v T) {
	if at := slices.Index(c.values, v); at >= 0 {
		c.setQuietly(c.Options[at])
	}
}

// Value is what is chosen; false when nothing is.
func (c *Choice[T]) Value() (T, bool) {
	if at := c.SelectedIndex(); at >= 0 {
		return c.values[at], true
	}
	var none T
	return none, false
}

// Select is Fyne's list to choose from, which passes on the keys it has no use
// for. Use it through Choice.
type Select struct {
	widget.Select
	ring   rule
	chosen func(at int)
	quiet  bool
}

func newSelect() *Select {
	s := &Select{ring: newRule("", Line, 1)}
	s.PlaceHolder = "…" // Fyne's own is English in every language
	s.OnChanged = func(string) {
		if !s.quiet && s.chosen != nil {
			s.chosen(s.SelectedIndex())
		}
	}
	s.ExtendBaseWidget(s)
	return s
}

func (s *Select) setQuietly(option string) {
	s.quiet = true
	s.SetSelected(option)
	s.quiet = false
}

// FocusGained is part of fyne.Focusable.
func (s *Select) FocusGained() {
	s.Select.FocusGained()
	s.outline(Primary, Ring)
}

// FocusLost is part of fyne.Focusable.
func (s *Select) FocusLost() {
	s.Select.FocusLost()
	s.outline(Line, 1)
}

func (s *Select) outline(colour fyne.ThemeColorName, width float32) {
	s.ring.stroke, s.ring.StrokeWidth = colour, width
	s.ring.follow()
}

// CreateRenderer is part of fyne.Widget.
func (s *Select) CreateRenderer() fyne.WidgetRenderer {
	return ringed{s.Select.CreateRenderer(), &s.ring}
}

// TypedKey is part of fyne.Focusable.
func (s *Select) TypedKey(key *fyne.KeyEvent) {
	switch {
	case isGlobal(key.Name):
		Forward(s, key)
	case key.Name == fyne.KeyReturn || key.Name == fyne.KeyEnter:
		s.Select.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	default:
		s.Select.TypedKey(key)
	}
}

// TypedRune is part of fyne.Focusable.
func (s *Select) TypedRune(r rune) { ForwardRune(s, r) }

// Check is a box to tick, which passes on the keys it has no use for.
type Check struct {
	widget.Check
	// OnKey is asked first; it answers whether it used the key.
	OnKey func(*fyne.KeyEvent) bool
}

// NewCheck makes a box to tick.
func NewCheck(text string, changed func(bool)) *Check {
	c := &Check{}
	c.Text, c.OnChanged = text, changed
	c.ExtendBaseWidget(c)
	return c
}

// TypedKey is part of fyne.Focusable.
func (c *Check) TypedKey(key *fyne.KeyEvent) {
	switch {
	case c.OnKey != nil && c.OnKey(key):
	case key.Name == fyne.KeySpace:
		c.Check.TypedKey(key)
	default:
		Forward(c, key)
	}
}

// TypedRune is part of fyne.Focusable.
func (c *Check) TypedRune(r rune) {
	if r == ' ' {
		c.Check.TypedRune(r)
		return
	}
	ForwardRune(c, r)
}

// SetValues changes what there is to choose from. What was chosen stays chosen
// where it is still there; else the first is.
func (c *Choice[T]) SetValues(values []T) {
	chosen, had := c.Value()
	c.values = values
	c.Options = c.Options[:0]
	for _, v := range values {
		c.Options = append(c.Options, c.say(v))
	}
	if had && slices.Contains(values, chosen) {
		c.Set(chosen)
	} else if len(values) > 0 {
		c.Set(values[0])
	}
	c.Refresh()
}

// Opener looks like a list to choose from, and opens something else: a dialog
// for what is too long for a list, or a menu.
type Opener struct {
	Select
	open func()
}

// NewOpener makes an opener; it shows text as long as nothing is Set.
func NewOpener(text string, open func()) *Opener {
	o := &Opener{open: open}
	o.ring = newRule("", Line, 1)
	o.PlaceHolder = text
	o.ExtendBaseWidget(o)
	return o
}

// SetText shows what was chosen; an empty text is nothing.
func (o *Opener) SetText(text string) {
	o.Selected = text
	o.Refresh()
}

// Tapped is part of fyne.Tappable.
func (o *Opener) Tapped(*fyne.PointEvent) {
	if c := CanvasOf(o); c != nil {
		c.Focus(o)
	}
	o.open()
}

// TypedKey is part of fyne.Focusable.
func (o *Opener) TypedKey(key *fyne.KeyEvent) {
	if isPress(key.Name) || key.Name == fyne.KeyDown {
		o.open()
		return
	}
	Forward(o, key)
}
