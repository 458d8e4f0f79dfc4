package evaltest

import (
	"testing"
	"time"

	"snijvlak/internal/exchange"
	"snijvlak/internal/overlap"
)

func BenchmarkZCold(b *testing.B) {
	l, lists := shipped(b)
	var t1, t2 time.Duration
	n := 0
	for b.Loop() {
		s := time.Now()
		ix := overlap.New(lists).Index(l, day)
		t1 += time.Since(s)
		s = time.Now()
		ask(b, ix, "Ex-gedetineerden staan na vrijlating zonder woning op straat.")
		t2 += time.Since(s)
		n++
	}
	b.ReportMetric(ms(t1)/float64(n), "index-ms")
	b.ReportMetric(ms(t2)/float64(n), "query-ms")
}

func BenchmarkZLists(b *testing.B) {
	for b.Loop() {
		exchange.ShippedWords()
	}
}

func BenchmarkZShipped(b *testing.B) {
	for b.Loop() {
		exchange.Shipped()
	}
}
