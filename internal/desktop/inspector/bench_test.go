package inspector

import (
	"testing"

	"fyne.io/fyne/v2"

	"snijvlak/internal/desktop/kittest"
	"snijvlak/internal/landscape"
)

// BenchmarkSelect is what it costs the UI goroutine to show another item.
func BenchmarkSelect(b *testing.B) {
	h := kittest.New(b)
	h.Win.Resize(fyne.NewSize(300, 700))
	p := New(h)
	h.Put(asView{p})
	ids := []landscape.ID{table, "acute-onveiligheid", "grip-op-onbegrip", "t1-3"}
	n := 0
	for b.Loop() {
		h.Select(ids[n%len(ids)])
		n++
	}
}
