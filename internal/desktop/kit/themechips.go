package kit

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"

	"snijvlak/internal/landscape"
	"snijvlak/internal/words"
)

// ThemeChips are filters in a row: one for each theme, and what else stands
// there. The themes say as much as there is room for in one row: number and
// name, "Thema 3", or the number alone.
type ThemeChips struct {
	Content *fyne.Container

	words   *words.Words
	changed func()
	themes  []*landscape.Node
	chips   []*Chip
	others  []fyne.CanvasObject
}

// NewThemeChips makes a row without themes; changed is called when a person
// turns one on or off. Others stand behind the themes.
func NewThemeChips(w *words.Words, changed func(), others ...fyne.CanvasObject) *ThemeChips {
	return &ThemeChips{Content: Flow(others...), words: w, changed: changed, others: others}
}

// Fit offers other themes, where they are others than before.
func (t *ThemeChips) Fit(themes []*landscape.Node) {
	same := func(x, y *landscape.Node) bool { return x.Number() == y.Number() && x.ShortName() == y.ShortName() }
	if slices.EqualFunc(themes, t.themes, same) {
		return
	}
	t.themes, t.chips = themes, nil
	t.Content.RemoveAll()
	for _, n := range themes {
		chip := NewThemeChip(n.Number(), fmt.Sprint(n.Number()), func(bool) { t.changed() })
		t.chips = append(t.chips, chip)
		t.Content.Add(chip)
	}
	for _, o := range t.others {
		t.Content.Add(o)
	}
}

// On are the numbers of the themes that are on.
func (t *ThemeChips) On() map[int]bool {
	on := map[int]bool{}
	for i, chip := range t.chips {
		if chip.On() {
			on[t.themes[i].Number()] = true
		}
	}
	return on
}

// Clear turns every theme off without telling.
func (t *ThemeChips) Clear() {
	for _, chip := range t.chips {
		chip.Set(false)
	}
}

// Fold has the themes say as much as fits in a width, and says how wide the row
// then is; where not even the numbers fit it goes on in a next row.
func (t *ThemeChips) Fold(width float32) float32 {
	var say []string
	var wide float32
	for _, form := range []func(*landscape.Node) string{
		func(n *landscape.Node) string { return fmt.Sprintf("%d  %s", n.Number(), n.ShortName()) },
		func(n *landscape.Node) string { return t.words.T("landscape.filter.theme", "N", n.Number()) },
		func(n *landscape.Node) string { return fmt.Sprint(n.Number()) },
	} {
		if say, wide = t.form(form); wide <= width {
			break
		}
	}
	for i, chip := range t.chips {
		if chip.text != say[i] {
			chip.SetText(say[i])
		}
	}
	return wide
}

// form gives the texts of the chips in a form, and how wide the row is with
// them; what is on is bold.
func (t *ThemeChips) form(text func(*landscape.Node) string) (all []string, wide float32) {
	for _, n := range t.themes {
		all = append(all, text(n))
		size := fyne.MeasureText(text(n), TextSize(SizeSecondary), fyne.TextStyle{Bold: true})
		wide += size.Width + 2*Space3 + tickSide + Space2
	}
	for _, o := range t.others {
		if o.Visible() {
			wide += o.MinSize().Width + Space2
		}
	}
	return all, max(wide-Space2, 0)
}
