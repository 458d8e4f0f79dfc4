package agendaview_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"snijvlak/internal/desktop/agendaview"
	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/desktop/kittest"
)

// said are the texts on the screen, dialogs first.
func said(h *kittest.Host) string {
	var all []string
	for _, o := range everything(h) {
		switch w := o.(type) {
		case *widget.Label:
			all = append(all, w.Text)
		case *kit.Button:
			all = append(all, w.Text)
		case *kit.QuietButton:
			all = append(all, w.Text)
		}
	}
	return strings.Join(all, "\n")
}

func everything(h *kittest.Host) []fyne.CanvasObject {
	var all []fyne.CanvasObject
	if top := h.Win.Canvas().Overlays().Top(); top != nil {
		all = append(all, test.LaidOutObjects(top)...)
	}
	return append(all, test.LaidOutObjects(h.Win.Content())...)
}

func TestTheBoardShowsTheShippedBottlenecks(t *testing.T) {
	h := kittest.New(t)
	v := agendaview.New(h)
	h.Put(v)
	got := said(h)
	for _, want := range []string{"Knelpuntenlijst", "Voorraadlijst", "Actielijst", "Gereedlijst", "Nieuwe actie"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not on the screen", want)
		}
	}
	t.Log(got)
}
