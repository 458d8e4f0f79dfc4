package exchange_test

import (
	"testing"

	"snijvlak/internal/exchange"
	"snijvlak/internal/landscape"
)

func TestShippedLandscapeIsWholeAndSourced(t *testing.T) {
	l, err := exchange.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range landscape.Sources(l) {
		t.Errorf("%s", f)
	}
	nodes, relations := l.Len()
	t.Logf("%d nodes, %d relations", nodes, relations)
}
