package agendaview

import (
	"testing"

	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/desktop/kittest"
	"snijvlak/internal/landscape"
)

// BenchmarkCheckWhileTyping is what every letter in the dialog costs.
func BenchmarkCheckWhileTyping(b *testing.B) {
	h := kittest.New(b)
	v := New(h)
	h.Put(v)
	n, _ := h.S.Land.Node("t2-7")
	s := v.sheetFor(n.ID, landscape.Done)
	s.by.Set("zorg-straf")
	for b.Loop() {
		s.check()
	}
	kit.CloseSheets()
}
