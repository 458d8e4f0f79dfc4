package agendaview_test

import (
	"fmt"
	"testing"

	"snijvlak/internal/desktop/agendaview"
	"snijvlak/internal/desktop/kittest"
	"snijvlak/internal/exchange"
	"snijvlak/internal/landscape"
)

// crowded is the shipped landscape with so many bottlenecks more.
func crowded(t testing.TB, n int) *landscape.Landscape {
	t.Helper()
	l, err := exchange.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	theme := l.Nodes(landscape.Theme)[0]
	var edits []landscape.Edit
	basis := landscape.Basis{Certainty: landscape.Stated, Evidence: []landscape.Evidence{{Note: "proef"}}}
	for i := range n {
		id := landscape.ID(fmt.Sprintf("veel-%d", i))
		node := landscape.NewNode(id, landscape.Bottleneck).Text(landscape.Name, fmt.Sprintf("Mensen wachten te lang op plek %d in hun eigen regio.", i), basis)
		r := landscape.Relation{From: id, Link: landscape.BelongsTo, To: theme.ID, Basis: basis}
		edits = append(edits, landscape.Edit{Key: node.Key(), After: &landscape.Record{Node: node}},
			landscape.Edit{Key: r.Key(), After: &landscape.Record{Relation: &r}})
	}
	l, err = l.Apply(edits)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func BenchmarkShowAThousandCards(b *testing.B) {
	h := kittest.On(b, crowded(b, 1000))
	for b.Loop() {
		h.Put(agendaview.New(h))
	}
}
