package landscapeview

import (
	"testing"

	"snijvlak/internal/desktop/kittest"
)

func TestTheOverviewIsShown(t *testing.T) {
	h := kittest.New(t)
	v := New(h)
	h.Put(v)
	if !v.ready || len(v.made.items) < 21 {
		t.Fatalf("%d items", len(v.made.items))
	}
	t.Log(len(v.made.items), v.count.Text, h.Failures)
}
