package prose

import (
	"strings"

	"snijvlak/internal/landscape"
	"snijvlak/internal/words"
)

// tally counts records by what happened to them.
type tally struct{ added, changed, removed int }

func (t tally) all() int { return t.added + t.changed + t.removed }

func (t *tally) count(e landscape.Edit) {
	switch {
	case e.Before == nil:
		t.added++
	case e.After == nil:
		t.removed++
	default:
		t.changed++
	}
}

type tallies struct{ nodes, relations tally }

func count(edits []landscape.Edit) tallies {
	var c tallies
	for _, e := range edits {
		if e.Key.IsNode() {
			c.nodes.count(e)
		} else {
			c.relations.count(e)
		}
	}
	return c
}

// counted writes the numbers that are not zero.
func counted(w *words.Words, c tallies) string {
	var parts []string
	for _, p := range []struct {
		key string
		n   int
	}{
		{"sum.nodes-added", c.nodes.added},
		{"sum.nodes-changed", c.nodes.changed},
		{"sum.nodes-removed", c.nodes.removed},
		{"sum.relations-added", c.relations.added},
		{"sum.relations-changed", c.relations.changed},
		{"sum.relations-removed", c.relations.removed},
	} {
		if p.n > 0 {
			parts = append(parts, w.N(p.key, p.n))
		}
	}
	if len(parts) == 0 {
		return w.T("sum.nothing")
	}
	return strings.Join(parts, ", ")
}
