package overlapview_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/desktop/kittest"
	"snijvlak/internal/desktop/overlapview"
)

const text = "Ex-gedetineerden staan na vrijlating zonder woning op straat"

// said are the texts that stand in the window.
func said(h *kittest.Host) string {
	var all []string
	for _, o := range test.LaidOutObjects(h.Win.Content()) {
		switch w := o.(type) {
		case *widget.Label:
			all = append(all, w.Text)
		case *widget.RichText:
			all = append(all, w.String())
		case *kit.QuietButton:
			all = append(all, w.Text)
		}
	}
	return strings.Join(all, "\n")
}

func buttons(h *kittest.Host, text string) int {
	n := 0
	for _, o := range test.LaidOutObjects(h.Win.Content()) {
		if b, ok := o.(*kit.QuietButton); ok && b.Text == text {
			n++
		}
	}
	return n
}

func TestAQuestionShowsThreeCardsWithTheirReasons(t *testing.T) {
	h := kittest.New(t)
	v := overlapview.New(h)
	h.Put(v)
	v.Go(kit.Place{Text: text})
	got := said(h)
	for _, want := range []string{"justitiabelen", "Waarom", "Hier belegd", "Deels hier", "Verbinden of agenderen", "Niet hetzelfde"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not on the screen", want)
		}
	}
	if n := buttons(h, "Niet hetzelfde"); n != 3 {
		t.Errorf("%d cards", n)
	}
}

func TestTheAnswerIsCopiedWithItsDay(t *testing.T) {
	h := kittest.New(t)
	v := overlapview.New(h)
	h.Put(v)
	v.Go(kit.Place{Text: text})
	for _, a := range v.Actions() {
		if a.Key == "asking.copy" {
			a.Do()
		}
	}
	for _, want := range []string{text, "Waarom", "22 november 2026"} {
		if !strings.Contains(h.Copied, want) {
			t.Errorf("%q is not in the copied answer:\n%s", want, h.Copied)
		}
	}
}

func TestAnotherDayOnlyReads(t *testing.T) {
	h := kittest.New(t)
	v := overlapview.New(h)
	h.Put(v)
	h.Look("2018")
	v.Go(kit.Place{Text: text})
	if strings.Contains(said(h), "Hier belegd") {
		t.Error("a past day can be changed")
	}
}

func TestNothingAtAllIsNotNearest(t *testing.T) {
	h := kittest.New(t)
	v := overlapview.New(h)
	h.Put(v)
	v.Go(kit.Place{Text: "kwantumfysica"})
	text := said(h)
	if !strings.Contains(text, "Niets gevonden bij") || strings.Contains(text, "het meest op") {
		t.Errorf("it says\n%s", text)
	}
}
