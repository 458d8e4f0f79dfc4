package scene

import (
	"fmt"
	"math"
	"strings"

	"snijvlak/internal/landscape"
)

// Board is a free choice of nodes with the relations among them, for the map on
// the screen: measured boxes that another places (package mapping), and then
// the same boxes and lines as in a figure.
type Board struct {
	m     *maker
	boxes []BoardBox
	// byGroup are the same boxes, group by group.
	byGroup [][]BoardBox
	drawn   map[string]*box
}

// BoardBox is what a layout is told of one box. Lengths are points.
type BoardBox struct {
	ID            string
	Width, Height float64
	// Group is what the box stands with: its theme and type. Groups sort in
	// reading order, and boxes in a group by Order.
	Group string
	Order int
}

// boardLetters is the width of every box on a board, in letters of its text.
const boardLetters = 21

// NewBoard measures nodes for a board. The landscape is reduced to the day and
// the audience of the request first; nodes that are not in it are left out. Of
// the request only day, audience, words and palette count.
func NewBoard(l *landscape.Landscape, r Request, nodes []landscape.ID) *Board {
	r.Page = Screen
	b := &Board{m: newMaker(l, r), drawn: map[string]*box{}}
	chosen := map[landscape.ID]bool{}
	for _, id := range nodes {
		chosen[id] = true
	}
	for _, n := range b.m.l.Nodes() {
		if !chosen[n.ID] {
			continue
		}
		drawn := b.m.nodeBox(n, b.m.p.Text*boardLetters, "")
		b.drawn[string(n.ID)] = drawn
		b.boxes = append(b.boxes, BoardBox{string(n.ID), drawn.w, drawn.h, b.group(n), len(b.boxes)})
	}
	groups := map[string]int{}
	for _, box := range b.boxes {
		i, seen := groups[box.Group]
		if !seen {
			i = len(b.byGroup)
			groups[box.Group] = i
			b.byGroup = append(b.byGroup, nil)
		}
		b.byGroup[i] = append(b.byGroup[i], box)
	}
	return b
}

// Boxes are the measured boxes, in the order of the landscape.
func (b *Board) Boxes() []BoardBox { return b.boxes }

// group is a key that sorts as the groups are read: by theme, then by type.
func (b *Board) group(n *landscape.Node) string {
	order := 0
	for i, t := range boardOrder {
		if t == n.Type {
			order = i
		}
	}
	return fmt.Sprintf("%03d %02d %s", b.theme(n), order, n.Type)
}

// boardOrder is the order of the types within a theme.
var boardOrder = []landscape.Type{
	landscape.Theme, landscape.Ambition, landscape.Body, landscape.Initiative, landscape.Bottleneck,
	landscape.Action, landscape.Organisation, landscape.Meeting, landscape.Document, landscape.Term,
}

// noTheme sorts after all themes.
const noTheme = 999

// theme is the lowest number of a theme that a node has, or that the bottleneck
// it resolves has; 0 for what themes are themselves part of.
func (b *Board) theme(n *landscape.Node) int {
	switch n.Type {
	case landscape.Theme, landscape.Ambition, landscape.Body:
		return 0 // the frame, which is read first
	}
	first := noTheme
	for _, r := range b.m.l.Out(n.ID) {
		if number, ok := b.m.numbers[r.To]; ok {
			first = min(first, number)
		}
		if r.Link != landscape.Resolves {
			continue
		}
		for _, further := range b.m.l.Out(r.To, landscape.BelongsTo) {
			if number, ok := b.m.numbers[further.To]; ok {
				first = min(first, number)
			}
		}
	}
	return first
}

// heading names a group.
func (b *Board) heading(group string) string {
	var number, order int
	var kind string
	if _, err := fmt.Sscanf(group, "%d %d %s", &number, &order, &kind); err != nil {
		return group
	}
	words := b.m.w.T("types." + kind)
	for _, t := range b.m.l.Nodes(landscape.Theme) {
		if t.Number() == number && kind != string(landscape.Theme) {
			return b.m.w.T("figure.theme", "N", number, "Name", t.ShortName()) + " · " + words
		}
	}
	return strings.ToUpper(words[:1]) + words[1:]
}

// Scene puts the boxes at places, by the id of each the upper left corner, with
// a heading over each group and the lines under the boxes. Boxes without a
// place are left out.
func (b *Board) Scene(at map[string]Point) Scene {
	s := Scene{Lang: b.m.w.Lang, Title: b.m.w.T("figure.overview.title"), Background: b.m.c.Paper, Part: 1, Parts: 1}
	rects := map[string]Rect{}
	for _, box := range b.boxes {
		if p, ok := at[box.ID]; ok {
			r := Rect{p.X, p.Y, box.Width, box.Height}
			rects[box.ID] = r
			s.Width, s.Height = max(s.Width, r.X+r.W+boardMargin), max(s.Height, r.Y+r.H+boardMargin)
		}
	}
	s.Items = append(s.Items, b.lines(rects)...)
	s.Items = append(s.Items, b.headings(rects)...)
	for _, box := range b.boxes {
		if r, ok := rects[box.ID]; ok {
			s.Items = append(s.Items, b.drawn[box.ID].item(r.X, r.Y))
		}
	}
	return s
}

// boardMargin is the room to the right of and under the last boxes.
const boardMargin = 24

// headings names each group above its upper left box, in type as large as the
// group is wide, so that it can be read when the map is small. A ground keeps
// lines from crossing the letters.
func (b *Board) headings(rects map[string]Rect) []Item {
	var items []Item
	for _, g := range b.grouped(rects) {
		size := min(max(g.width*0.045, b.m.p.Theme), 120)
		text := b.heading(g.name)
		if wide := NotoSans.Width(text, size, true, 0); wide > g.width {
			size = max(size*g.width/wide, b.m.p.Theme)
		}
		lines := NotoSans.Wrap(text, size, true, g.width)
		for i, line := range lines {
			y := g.first.Y - leading(size)*float64(len(lines)-i) - size*0.3
			it := b.m.note(fmt.Sprintf("group %s %d", g.name, i), line, g.first.X, y, size, true, b.m.c.Ink2)
			it.Shapes = []Shape{{Path: rectangle(it.Rect), Fill: &b.m.c.Paper}}
			items = append(items, it)
		}
	}
	return items
}

// boardGroup is a group as it was placed.
type boardGroup struct {
	name string
	// first is its uppermost box, the left one of several.
	first Rect
	// width is that of the group, or of a square of its boxes where a person
	// spread them wider.
	width float64
}

func (b *Board) grouped(rects map[string]Rect) []boardGroup {
	var groups []boardGroup
	for _, members := range b.byGroup {
		g := boardGroup{name: members[0].Group}
		var all Rect
		n := 0
		for _, box := range members {
			r, ok := rects[box.ID]
			if !ok {
				continue
			}
			if n == 0 {
				g.first, all = r, r
			}
			if r.Y < g.first.Y || r.Y == g.first.Y && r.X < g.first.X {
				g.first = r
			}
			all = all.around(Point{r.X, r.Y}).around(Point{r.X + r.W, r.Y + r.H})
			n++
		}
		if n > 0 {
			g.width = max(min(all.W, 1.5*math.Sqrt(float64(n))*g.first.W), g.first.W)
			groups = append(groups, g)
		}
	}
	return groups
}

// lines joins the boxes by the relations among them, one line for each pair.
func (b *Board) lines(rects map[string]Rect) []Item {
	var items []Item
	seen := map[[2]landscape.ID]bool{}
	for _, box := range b.boxes {
		for _, r := range b.m.l.Out(landscape.ID(box.ID)) {
			pair := [2]landscape.ID{min(r.From, r.To), max(r.From, r.To)}
			from, here := rects[string(r.From)]
			to, there := rects[string(r.To)]
			if seen[pair] || !here || !there || r.From == r.To {
				continue
			}
			seen[pair] = true
			k := b.m.link(b.m.l.Between(r.From, r.To), string(r.From), string(r.To))
			if n, ok := b.m.numbers[r.To]; ok {
				k.style.colour = b.m.c.Theme(n).Ink
			}
			items = append(items, k.item(courseBetween(from, to)))
		}
	}
	return items
}

// courseBetween is a line from the side of one box to the facing side of
// another, bent so that it leaves both straight.
func courseBetween(from, to Rect) Path {
	p, q := Point{from.X + from.W/2, from.Y + from.H/2}, Point{to.X + to.W/2, to.Y + to.H/2}
	if from.X+from.W <= to.X || to.X+to.W <= from.X {
		side := math.Copysign(0.5, q.X-p.X)
		p.X, q.X = p.X+side*from.W, q.X-side*to.W
		middle := (p.X + q.X) / 2
		return new(path).move(p.X, p.Y).curve(Point{middle, p.Y}, Point{middle, q.Y}, q).Path
	}
	// One above the other: round the right side, so that the line passes under
	// no box between them.
	p.X, q.X = from.X+from.W, to.X+to.W
	out := max(p.X, q.X) + min(10+math.Abs(q.Y-p.Y)/16, 48)
	return new(path).move(p.X, p.Y).curve(Point{out, p.Y}, Point{out, q.Y}, q).Path
}
