package scene

import (
	"context"
	"fmt"
	"math"
)

// Graph is what a layout is asked to place: columns of boxes of fixed sizes,
// in order from the left and from the top, and the lines between neighbouring
// columns.
type Graph struct {
	// Gutter and Gap are the distances between columns and between boxes.
	Gutter, Gap float64
	// Caption says what the graph is of, for whoever reads it as DOT.
	Caption string
	Columns []GraphColumn
	Edges   []GraphEdge
}

// GraphColumn is one column; its boxes are as wide as it is.
type GraphColumn struct {
	Width float64
	Nodes []GraphNode
}

// GraphNode is one box. Left and Right are the numbers of lines that end at
// its sides, each at a place of its own; 0 is one place in the middle for all.
type GraphNode struct {
	ID          string
	Label       string
	Height      float64
	Left, Right int
}

// GraphEdge is one line from a box to one in the next column on the right.
// The ports count from 0 at the top of the box's side; -1 is its middle.
type GraphEdge struct {
	ID               string
	From, To         string
	FromPort, ToPort int
	Dashed           bool
}

// Placement is a layout's answer: the centres of boxes and the courses of
// lines by id, with the origin at the top left.
type Placement struct {
	Nodes map[string]Point
	Edges map[string]Path
}

// Layout places a graph. It is a function value so that tests and the map can
// put another one in Graphviz' place.
type Layout func(context.Context, Graph) (Placement, error)

// check says whether the layout did what was asked: every box and line there,
// all finite.
func (p Placement) check(g Graph) error {
	for _, c := range g.Columns {
		for _, n := range c.Nodes {
			at, ok := p.Nodes[n.ID]
			if !ok || !finite(at) {
				return fmt.Errorf("layout: no place for %s", n.ID)
			}
		}
	}
	for _, e := range g.Edges {
		path := p.Edges[e.ID]
		if len(path) < 2 {
			return fmt.Errorf("layout: no course for %s", e.ID)
		}
		for _, s := range path {
			for _, at := range s.P {
				if !finite(at) {
					return fmt.Errorf("layout: no course for %s", e.ID)
				}
			}
		}
	}
	return nil
}

func finite(p Point) bool {
	return !math.IsNaN(p.X+p.Y) && !math.IsInf(p.X+p.Y, 0)
}
