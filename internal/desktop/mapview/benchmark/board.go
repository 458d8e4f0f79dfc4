package main

import (
	"fmt"
	"math/rand/v2"

	"snijvlak/internal/landscape"
	"snijvlak/internal/mapping"
	"snijvlak/internal/scene"
	"snijvlak/internal/words"
)

// board is a drawing of a number of boxes, each with relations to two others
// that lie anywhere: the most and longest lines that a map can have.
func board(boxes int) scene.Scene {
	random := rand.New(rand.NewPCG(1, 2)) //nolint:gosec // the same every time
	var edits []landscape.Edit
	ids := make([]landscape.ID, boxes)
	for i := range ids {
		n := node(random, i)
		ids[i] = n.ID
		edits = append(edits, landscape.Edit{Key: n.Key(), After: &landscape.Record{Node: n}})
	}
	seen := map[landscape.Key]bool{}
	for len(seen) < 2*boxes {
		a, b := ids[random.IntN(boxes)], ids[random.IntN(boxes)]
		r := landscape.Relation{From: min(a, b), Link: landscape.Overlaps, To: max(a, b), Basis: basis}
		if a != b && !seen[r.Key()] {
			seen[r.Key()] = true
			edits = append(edits, landscape.Edit{Key: r.Key(), After: &landscape.Record{Relation: &r}})
		}
	}
	l, err := landscape.New().Apply(edits)
	if err != nil {
		panic(err) // what is made here is always valid
	}
	day := landscape.MustDate("2026-11-22")
	b := scene.NewBoard(l, scene.Request{Day: day, Audience: landscape.Secretariat, Words: words.In("nl")}, ids)
	return b.Scene(mapping.Place(b.Boxes(), nil, nil))
}

var basis = landscape.Basis{
	Certainty: landscape.Stated, Evidence: []landscape.Evidence{{Note: "verzonnen"}},
}

func node(random *rand.Rand, i int) *landscape.Node {
	types := []landscape.Type{landscape.Initiative, landscape.Bottleneck, landscape.Action}
	t := types[i%len(types)]
	name := fmt.Sprintf("Nummer %d", i)
	for range 2 + random.IntN(6) {
		name += " " + vocabulary[random.IntN(len(vocabulary))]
	}
	n := landscape.NewNode(landscape.ID(fmt.Sprintf("%s-%04d", t, i)), t).Text(landscape.Name, name, basis)
	if t == landscape.Initiative {
		kinds := []string{"consultation", "programme", "action-plan", "network"}
		n = n.Text(landscape.KindOf, kinds[random.IntN(len(kinds))], basis)
	}
	return n
}

var vocabulary = []string{
	"aanpak", "zorg", "veiligheid", "wonen", "jeugd", "regionaal", "overleg", "samenwerking", "nazorg", "gemeenten",
	"crisis", "herstel", "ondersteuning", "gezinnen", "strafrecht", "netwerk",
}
