package kit_test

import (
	"fmt"
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
	"pgregory.net/rapid"

	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
	"snijvlak/internal/looks"
	"snijvlak/internal/words"
)

func window(t *testing.T, content fyne.CanvasObject) fyne.Window {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(kit.NewTheme(kit.Light))
	w := test.NewTempWindow(t, content)
	w.Resize(fyne.NewSize(800, 600))
	t.Cleanup(kit.CloseSheets)
	return w
}

// The figure's tokens are tested in looks; these are the colours that Fyne's
// widgets lay over each other.
func TestContrastOfTheTheme(t *testing.T) {
	least := []struct {
		on, under fyne.ThemeColorName
		ratio     float64
	}{
		{kit.Ink, kit.Canvas, 7},
		{kit.Ink, theme.ColorNameButton, 7},
		{kit.Ink, theme.ColorNameMenuBackground, 7},
		{kit.Ink2, kit.Paper, 4.5},
		{theme.ColorNameDisabled, theme.ColorNameDisabledButton, 4.5},
		{kit.OnPrimary, kit.Primary, 4.5},
		{theme.ColorNameForegroundOnError, kit.Danger, 4.5},
		{theme.ColorNameForegroundOnWarning, theme.ColorNameWarning, 4.5},
		{theme.ColorNameForegroundOnSuccess, theme.ColorNameSuccess, 4.5},
		{kit.Ink, kit.AttentionFill, 7},
		{kit.Attention, kit.AttentionFill, 4.5},
		{kit.Danger, kit.Paper, 4.5},
		{theme.ColorNameInputBorder, theme.ColorNameInputBackground, 3},
		{kit.Primary, kit.Canvas, 3},
	}
	for _, m := range []kit.Mode{kit.Light, kit.Dark} {
		th := kit.NewTheme(m)
		for _, c := range least {
			a, b := opaque(th.Color(c.on, 0)), opaque(th.Color(c.under, 0))
			if got := looks.Contrast(a, b); got < c.ratio {
				t.Errorf("%s: %s on %s is %.1f, less than %.1f", m, c.on, c.under, got, c.ratio)
			}
		}
	}
}

func opaque(c color.Color) looks.Colour {
	n := color.NRGBAModel.Convert(c).(color.NRGBA)
	return looks.Colour{R: n.R, G: n.G, B: n.B}
}

func TestReadDateAsPeopleType(t *testing.T) {
	for text, want := range map[string]string{
		"22-11-2026": "2026-11-22", "1/7/2027": "2027-07-01", "11-2026": "2026-11", "2026": "2026",
		"2026-11-22": "2026-11-22", "2026-11": "2026-11", "": "", " 3.4.2030 ": "2030-04-03",
	} {
		if d, err := kit.ReadDate(text); err != nil || d.String() != want {
			t.Errorf("%q is %q, %v; not %q", text, d, err, want)
		}
	}
	for _, text := range []string{"32-1-2026", "1-13-2026", "morgen", "29-2-2026", "2026-1-1-1"} {
		if d, err := kit.ReadDate(text); err == nil {
			t.Errorf("%q is %s", text, d)
		}
	}
}

func TestADateIsReadAsItIsWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := fmt.Sprintf("%04d", rapid.IntRange(1900, 2100).Draw(t, "year"))
		for _, part := range []int{12, 28} {
			if !rapid.Bool().Draw(t, "more") {
				break
			}
			text += fmt.Sprintf("-%02d", rapid.IntRange(1, part).Draw(t, "part"))
		}
		d := landscape.MustDate(text)
		if again, err := kit.ReadDate(kit.WriteDate(d)); err != nil || again != d {
			t.Fatalf("%s is written %s and read as %s, %v", d, kit.WriteDate(d), again, err)
		}
	})
}

func TestASheetGoesByKeysAndGivesTheFocusBack(t *testing.T) {
	before := kit.NewEntry("")
	w := window(t, before)
	w.Canvas().Focus(before)
	field, pressed, closed := kit.NewEntry(""), 0, 0
	sheet := kit.NewSheet(w, "Titel", 400, field, kit.SheetButton{Text: "Goed", Primary: true, Do: func() { pressed++ }})
	sheet.OnClose = func() { closed++ }
	field.OnDone = sheet.Confirm
	sheet.Show(field)
	if w.Canvas().Focused() != field || !kit.SheetOpen() {
		t.Fatal("the field has no focus")
	}
	field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if pressed != 1 || closed != 1 || kit.SheetOpen() || w.Canvas().Focused() != before {
		t.Errorf("pressed %d, closed %d, focus on %v", pressed, closed, w.Canvas().Focused())
	}
	sheet.Show(field)
	field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if pressed != 1 || closed != 2 {
		t.Errorf("Escape: pressed %d, closed %d", pressed, closed)
	}
}

func TestASheetOverASheetClosesFirst(t *testing.T) {
	w := window(t, widget.NewLabel(""))
	below := kit.NewSheet(w, "Onder", 300, widget.NewLabel("")).Show(nil)
	above := kit.NewSheet(w, "Boven", 300, widget.NewLabel("")).Show(nil)
	below.Close() // as when work ends behind a message
	if !kit.SheetOpen() {
		t.Fatal("both closed")
	}
	w.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if kit.SheetOpen() {
		t.Error("the upper one stays")
	}
	above.Close() // again, without harm
}

func TestASheetStaysInTheWindow(t *testing.T) {
	w := window(t, widget.NewLabel(""))
	long := kit.Body("")
	for range 400 {
		long.Text += "woorden "
	}
	size := kit.NewSheet(w, "Lang", 2000, long).Show(nil).Size()
	if size.Width > 800 || size.Height > 600 || size.Height < 400 {
		t.Errorf("size %v", size)
	}
}

func TestAChipTellsOnlyWhatAPersonDoes(t *testing.T) {
	var told []bool
	c := kit.NewThemeChip(3, "3", func(on bool) { told = append(told, on) })
	window(t, c)
	c.Set(true)
	test.Tap(c)
	c.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	if fmt.Sprint(told) != "[false true]" {
		t.Errorf("told %v", told)
	}
}

func TestAChoiceTellsOnlyWhatAPersonDoes(t *testing.T) {
	var told []int
	c := kit.NewChoice([]int{10, 20, 30}, func(n int) string { return fmt.Sprint(n) }, func(n int) { told = append(told, n) })
	window(t, c.Select)
	c.Set(20)
	c.SetSelectedIndex(2)
	if v, ok := c.Value(); !ok || v != 30 || fmt.Sprint(told) != "[30]" {
		t.Errorf("value %d, told %v", v, told)
	}
}

func TestWidgetsPassGlobalKeysOn(t *testing.T) {
	list := kit.NewList(func() int { return 1 }, func() fyne.CanvasObject { return widget.NewLabel("") }, func(int, fyne.CanvasObject) {})
	choice := kit.NewChoice([]int{1}, func(int) string { return "een" }, nil)
	card := kit.NewCard(widget.NewLabel(""))
	objects := []fyne.CanvasObject{
		kit.NewEntry(""), kit.NewArea("", 2), kit.NewButton("", nil), choice.Select, kit.NewCheck("", nil),
		list, kit.NewChip("", nil), card, kit.NewDateEntry(words.In("nl"), landscape.Date{}),
	}
	w := window(t, kit.Rows(0, objects...))
	var passed []fyne.KeyName
	w.Canvas().SetOnTypedKey(func(k *fyne.KeyEvent) { passed = append(passed, k.Name) })
	for i, o := range objects {
		o.(fyne.Focusable).TypedKey(&fyne.KeyEvent{Name: fyne.KeyF1})
		o.(fyne.Focusable).TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
		if len(passed) != 2*(i+1) {
			t.Fatalf("%T keeps a key: %v", o, passed)
		}
	}
}

func TestAFlowGoesOnInTheNextRow(t *testing.T) {
	test.NewTempApp(t)
	f := kit.Flow()
	for range 5 {
		r := widget.NewLabel("een label")
		f.Add(r)
	}
	one := f.Objects[0].MinSize()
	f.Resize(fyne.NewSize(2.5*one.Width, 500))
	if f.Objects[2].Position().Y == 0 || f.Objects[1].Position().Y != 0 {
		t.Error("not two in a row")
	}
	if high := f.MinSize().Height; high < 3*one.Height {
		t.Errorf("three rows are %v high", high)
	}
}

func TestACardAndAListSpeakForWhatTheyHold(t *testing.T) {
	line := kit.NewLines(2, kit.SizeBody, kit.Ink, false)
	line.Set("Over twee regels")
	card := kit.NewCard(kit.Rows(0, kit.Tight(kit.Rows(0, kit.Strong("Naam"), kit.Secondary("detail"))), kit.Badges([]int{3}, nil), line))
	window(t, card)
	if got := card.AccessibilityLabel(); got != "Naam, detail, 3, Over twee regels" {
		t.Errorf("the card says %q", got)
	}
	if card.AccessibilityRole() != fyne.AccessibleRoleText {
		t.Error("a card that does nothing is a button")
	}
	card.OnTapped = func() {}
	if card.AccessibilityRole() != fyne.AccessibleRoleButton {
		t.Error("a card that can be chosen is no button")
	}
	list := kit.NewList(func() int { return 3 }, func() fyne.CanvasObject { return kit.Body("") }, func(row int, o fyne.CanvasObject) {
		o.(*widget.Label).SetText(fmt.Sprint("rij ", row))
	})
	list.Select(2)
	if got := list.AccessibilityLabel(); got != "rij 2" {
		t.Errorf("the list says %q", got)
	}
}
