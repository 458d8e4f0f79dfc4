package kit

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"snijvlak/internal/words"
)

func TestALongTextBreaksAtItsWords(t *testing.T) {
	atMost := func(n int) func(string) bool { return func(s string) bool { return len([]rune(s)) <= n } }
	for _, c := range []struct {
		text string
		most int
		want []string
	}{
		{"een twee drie", 2, []string{"een twee", "drie"}},
		{"een twee drie vier vijf", 2, []string{"een twee", "drie vie…"}},
		{"onuitspreekbaar lang", 2, []string{"onuitspr…", "lang"}},
		{"", 2, nil},
	} {
		if got := broken(c.text, c.most, atMost(9)); !slices.Equal(got, c.want) {
			t.Errorf("%q: %q", c.text, got)
		}
	}
}

func TestOptionsAreChosenByArrows(t *testing.T) {
	test.NewTempApp(t)
	var told []string
	o := NewOptions([]string{"a", "b", "c"}, func(v string) string { return v }, func(v string) { told = append(told, v) })
	o.Set("b")
	for _, key := range []fyne.KeyName{fyne.KeyDown, fyne.KeyDown, fyne.KeyUp} {
		o.TypedKey(&fyne.KeyEvent{Name: key})
	}
	if o.Value() != "b" || !slices.Equal(told, []string{"c", "b"}) {
		t.Errorf("%q, told %v", o.Value(), told)
	}
}

func TestAPickerFindsByItsNameWithoutAccents(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(NewTheme(Light))
	win := test.NewTempWindow(t, nil)
	win.Resize(fyne.NewSize(900, 700))
	all := []Pickable[int]{{1, "Dakloosheid", "programma"}, {2, "Reïntegratie", "tafel"}, {3, "Re-integratie oud", "tafel"}}
	picked := 0
	p := NewPicker(win, words.In("nl"), "Kies", all, func(v int) { picked = v })
	p.OnTapped()
	test.Type(win.Canvas().Focused(), "reinte")
	win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if v, ok := p.Value(); picked != 2 || !ok || v != 2 || SheetOpen() {
		CloseSheets()
		t.Errorf("picked %d, %d", picked, v)
	}
}
