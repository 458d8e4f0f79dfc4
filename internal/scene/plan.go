package scene

import "snijvlak/internal/landscape"

// plan is one page before layout: measured boxes in columns and the lines
// between neighbouring columns.
type plan struct {
	title, subtitle string
	// sentence says what the page shows, for its description.
	sentence string
	columns  []*column
	links    []*link
	// panel draws a ground behind the column of themes.
	panel       int
	hasPanel    bool
	part, parts int
	// told is what the text twin tells in place of the pages, which may name
	// a thing more than once.
	told *plan
}

type column struct {
	heading string
	width   float64
	boxes   []*box
}

// height of the boxes with the gaps between them.
func (c *column) height(gap float64) float64 { return stackHeight(c.boxes, gap) }

func stackHeight(boxes []*box, gap float64) float64 {
	sum := 0.0
	for i, b := range boxes {
		if i > 0 {
			sum += gap
		}
		sum += b.h
	}
	return sum
}

// box is a measured box, its shapes and texts relative to its corner.
type box struct {
	id          string
	title, desc string
	label       string
	w, h        float64
	shapes      []Shape
	texts       []Text
	// spread gives each line an end of its own on the box's sides.
	spread bool
	// group is the heading over it in the text twin where that is not its
	// column's, and source then how it is known.
	group, source string
}

// link is one line between two boxes of neighbouring columns, the left one
// first; from and to are the ends of the relation.
type link struct {
	id          string
	left, right string
	relation    landscape.Relation
	title       string
	style       lineStyle
	// ends are the ids of the boxes where they are not those of the nodes.
	ends [2]string
	// group is the heading over it in the text twin; "" is the usual one.
	group string
}

// graph gives what the layout is asked.
func (p *plan) graph() Graph {
	ports := p.ports()
	g := Graph{}
	for _, c := range p.columns {
		gc := GraphColumn{Width: c.width}
		for _, b := range c.boxes {
			n := GraphNode{ID: b.id, Label: b.label, Height: b.h}
			if b.spread {
				n.Left, n.Right = len(ports.in[b.id]), len(ports.out[b.id])
			}
			gc.Nodes = append(gc.Nodes, n)
		}
		g.Columns = append(g.Columns, gc)
	}
	for _, k := range p.links {
		g.Edges = append(g.Edges, GraphEdge{
			ID: k.id, From: k.left, To: k.right, Dashed: len(k.style.dash) > 0,
			FromPort: ports.of(ports.out, k.left, k.id), ToPort: ports.of(ports.in, k.right, k.id),
		})
	}
	return g
}

// portTable holds, for the boxes that spread their lines, the lines at each
// side from top to bottom.
type portTable struct{ in, out map[string][]string }

func (p *plan) ports() portTable {
	t := portTable{in: map[string][]string{}, out: map[string][]string{}}
	spread := map[string]bool{}
	for _, c := range p.columns {
		for _, b := range c.boxes {
			spread[b.id] = b.spread
		}
	}
	// Lines stand in the order of the boxes at their other end, so that those
	// of one box do not cross at it.
	for _, c := range p.columns {
		for _, b := range c.boxes {
			for _, k := range p.links {
				if k.left == b.id && spread[k.right] {
					t.in[k.right] = append(t.in[k.right], k.id)
				}
				if k.right == b.id && spread[k.left] {
					t.out[k.left] = append(t.out[k.left], k.id)
				}
			}
		}
	}
	return t
}

func (t portTable) of(side map[string][]string, box, link string) int {
	for i, id := range side[box] {
		if id == link {
			return i
		}
	}
	return -1
}
