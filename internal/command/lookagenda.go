package command

import (
	"slices"
	"strconv"
	"strings"

	"snijvlak/internal/agenda"
	"snijvlak/internal/landscape"
)

// The columns of what belongs to the work agenda.

// tabledColumn is the meeting on whose agenda an item stands.
var tabledColumn = column{
	name:  "meeting",
	value: func(v *look, n *landscape.Node) any { return orNull(v.tabled(n)) },
	text:  func(v *look, n *landscape.Node) string { return string(v.tabled(n)) },
}

func (v *look) tabled(n *landscape.Node) landscape.ID {
	if meeting := agenda.TabledIn(v.Landscape, n.ID); meeting != nil {
		return meeting.ID
	}
	return ""
}

// aboutColumn is what an item is about.
var aboutColumn = column{
	name: "about",
	value: func(v *look, n *landscape.Node) any {
		var about []landscape.ID
		for _, r := range v.Out(n.ID, landscape.Concerns) {
			about = append(about, r.To)
		}
		return list(about)
	},
}

// placeColumn and whyHereColumn say where an action stands in the stock and
// why.
var (
	placeColumn = column{
		name:  "place",
		value: func(v *look, n *landscape.Node) any { place, _ := v.inStock(n); return place },
		text:  func(v *look, n *landscape.Node) string { place, _ := v.inStock(n); return strconv.Itoa(place) },
	}
	whyHereColumn = column{
		name:  "why-here",
		value: func(v *look, n *landscape.Node) any { _, o := v.inStock(n); return o.Ground },
		text: func(v *look, n *landscape.Node) string {
			_, o := v.inStock(n)
			text := v.say.T("ground." + string(o.Ground))
			if o.Reason != "" {
				text += ": " + o.Reason
			}
			return text
		},
	}
)

// inStock is the place of an action in the stock, from 1, and why.
func (v *look) inStock(n *landscape.Node) (int, agenda.Ordered) {
	order := v.stock()
	i := slices.IndexFunc(order, func(o agenda.Ordered) bool { return o.Node == n })
	if i < 0 {
		return 0, agenda.Ordered{}
	}
	return i + 1, order[i]
}

// stock is the stock in its order, made once.
func (v *look) stock() []agenda.Ordered {
	if v.ordered == nil {
		v.ordered = agenda.OrderStock(v.Landscape, v.day)
	}
	return v.ordered
}

// stockOrder puts actions in the order of the stock; nil where they do not all
// stand in it.
func (v *look) stockOrder(nodes []*landscape.Node) []*landscape.Node {
	outside := func(n *landscape.Node) bool {
		return n.Type != landscape.Action || agenda.ListOf(n) != landscape.Stock
	}
	if len(nodes) == 0 || slices.ContainsFunc(nodes, outside) {
		return nil
	}
	var ordered []*landscape.Node
	for _, o := range v.stock() {
		if slices.Contains(nodes, o.Node) {
			ordered = append(ordered, o.Node)
		}
	}
	return ordered
}

// byDay puts meetings in the order of their days.
func (v *look) byDay(nodes []*landscape.Node) []*landscape.Node {
	slices.SortStableFunc(nodes, func(a, b *landscape.Node) int {
		return strings.Compare(a.Get(landscape.DateOn), b.Get(landscape.DateOn))
	})
	return nodes
}
