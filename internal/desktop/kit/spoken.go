package kit

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Fyne tells assistive technology of what is fyne.Accessible, built with the
// tag accessibility. It goes into containers, not into widgets: a widget speaks
// for what it holds.
var (
	_ fyne.Accessible = (*Badge)(nil)
	_ fyne.Accessible = (*Button)(nil)
	_ fyne.Accessible = (*Card)(nil)
	_ fyne.Accessible = (*Check)(nil)
	_ fyne.Accessible = (*Chip)(nil)
	_ fyne.Accessible = (*Entry)(nil)
	_ fyne.Accessible = (*Lines)(nil)
	_ fyne.Accessible = (*List)(nil)
	_ fyne.Accessible = (*QuietButton)(nil)
	_ fyne.Accessible = (*Select)(nil)
	_ fyne.Accessible = (*options)(nil)
)

// Spoken is what can be read in an object, from top to bottom.
func Spoken(o fyne.CanvasObject) string {
	var parts []string
	gather(o, &parts)
	return strings.Join(parts, ", ")
}

func gather(o fyne.CanvasObject, parts *[]string) {
	if o == nil || !o.Visible() {
		return
	}
	text := ""
	switch o := o.(type) {
	case *fyne.Container:
		for _, inner := range o.Objects {
			gather(inner, parts)
		}
	case *canvas.Text:
		text = o.Text
	case *widget.RichText:
		text = o.String()
	case fyne.Accessible:
		text = o.AccessibilityLabel()
	case fyne.Widget: // a row of a list, which does not speak for itself
		for _, inner := range o.CreateRenderer().Objects() {
			gather(inner, parts)
		}
	}
	if text = strings.TrimSpace(strings.ReplaceAll(text, "\u200a", "")); text != "" {
		*parts = append(*parts, text)
	}
}

// AccessibilityRole is part of fyne.Accessible, as are those that follow.
func (b *Badge) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// AccessibilityRole of a card that can be chosen is that of a button.
func (c *Card) AccessibilityRole() fyne.AccessibleRole {
	if c.OnTapped == nil {
		return fyne.AccessibleRoleText
	}
	return fyne.AccessibleRoleButton
}

// AccessibilityRole is that of a button.
func (c *Check) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// AccessibilityRole is that of a button.
func (c *Chip) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// AccessibilityRole is that of a text: Fyne has none for a field.
func (e *Entry) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// AccessibilityRole is that of a text.
func (l *Lines) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// AccessibilityRole is that of a text: what it says is the row one is at.
func (l *List) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// AccessibilityRole is that of a button.
func (b *QuietButton) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// AccessibilityRole is that of a button.
func (s *Select) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// AccessibilityRole is that of a button.
func (o *options) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// AccessibilityLabel is the number of the theme.
func (b *Badge) AccessibilityLabel() string { return strconv.Itoa(b.number) }

// AccessibilityLabel is all that stands on the card.
func (c *Card) AccessibilityLabel() string { return Spoken(c.content) }

// AccessibilityLabel is what is asked.
func (c *Check) AccessibilityLabel() string { return c.Text }

// AccessibilityLabel is what is typed, or what the field asks.
func (e *Entry) AccessibilityLabel() string {
	if e.Text == "" || e.Password {
		return e.PlaceHolder
	}
	return e.Text
}

// AccessibilityLabel is the text in full.
func (l *Lines) AccessibilityLabel() string { return l.text }

// AccessibilityLabel is the row that one is at.
func (l *List) AccessibilityLabel() string {
	if l.at < 0 || l.at >= l.Length() {
		return ""
	}
	if l.spoken == nil {
		l.spoken = l.CreateItem()
	}
	l.UpdateItem(l.at, l.spoken)
	return Spoken(l.spoken)
}

// AccessibilityLabel is what is chosen.
func (s *Select) AccessibilityLabel() string {
	if s.Selected == "" {
		return s.PlaceHolder
	}
	return s.Selected
}
