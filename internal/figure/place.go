package figure

import (
	"context"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"time"

	"snijvlak/internal/scene"
)

// inProcess is up to how many boxes Graphviz runs in this process; beyond it
// a child does, which can be stopped and gives its memory back.
const inProcess = 60

// childTime bounds a layout in a child.
const childTime = 2 * time.Minute

// Place is the layout of figures: it has Graphviz' dot place a graph and reads
// the places and courses back. It is a scene.Layout.
func Place(ctx context.Context, g scene.Graph) (scene.Placement, error) {
	dot := []byte(scene.DOT(g))
	boxes := 0
	for _, c := range g.Columns {
		boxes += len(c.Nodes)
	}
	run := Layout
	if boxes > inProcess {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, childTime)
		defer cancel()
		run = LayoutInChild
	}
	out, err := run(ctx, dot)
	if err != nil {
		return scene.Placement{}, err
	}
	return readPlaces(out)
}

// placed is what we read of Graphviz' json0. Its y axis points upwards.
type placed struct {
	BB      string `json:"bb"`
	Objects []struct {
		ID  string `json:"id"`
		Pos string `json:"pos"`
	} `json:"objects"`
	Edges []struct {
		ID  string `json:"id"`
		Pos string `json:"pos"`
	} `json:"edges"`
}

func readPlaces(out []byte) (scene.Placement, error) {
	var got placed
	if err := json.Unmarshal(out, &got); err != nil {
		return scene.Placement{}, fmt.Errorf("%w: %w", ErrNoLayout, err)
	}
	box, err := numbers(got.BB)
	if err != nil || len(box) != 4 {
		return scene.Placement{}, fmt.Errorf("%w: bounding box %q", ErrNoLayout, got.BB)
	}
	p := scene.Placement{Nodes: map[string]scene.Point{}, Edges: map[string]scene.Path{}}
	for _, o := range got.Objects {
		if o.ID == "" {
			continue // the points the columns hang from
		}
		at, err := points(o.Pos, box[3])
		if err != nil || len(at) != 1 {
			return scene.Placement{}, fmt.Errorf("%w: %s at %q", ErrNoLayout, o.ID, o.Pos)
		}
		p.Nodes[o.ID] = at[0]
	}
	for _, e := range got.Edges {
		if e.ID == "" {
			continue // the chains of columns
		}
		at, err := points(e.Pos, box[3])
		if err != nil || len(at)%3 != 1 || len(at) < 4 {
			return scene.Placement{}, fmt.Errorf("%w: %s along %q", ErrNoLayout, e.ID, e.Pos)
		}
		p.Edges[e.ID] = course(at)
	}
	return p, nil
}

// course makes a path of a spline's points: the first, then three for each
// Bézier.
func course(at []scene.Point) scene.Path {
	path := scene.Path{{Op: scene.Move, P: [3]scene.Point{at[0]}}}
	for i := 1; i+2 < len(at); i += 3 {
		path = append(path, scene.Segment{Op: scene.Curve, P: [3]scene.Point{at[i], at[i+1], at[i+2]}})
	}
	return path
}

// points reads "x,y x,y …" and turns the y axis over.
func points(s string, height float64) ([]scene.Point, error) {
	var all []scene.Point
	for _, field := range strings.Fields(s) {
		xy, err := numbers(field)
		if err != nil || len(xy) != 2 {
			return nil, fmt.Errorf("point %q", field)
		}
		all = append(all, scene.Point{X: xy[0], Y: height - xy[1]})
	}
	return all, nil
}

func numbers(s string) ([]float64, error) {
	var all []float64
	for _, part := range strings.Split(s, ",") {
		v, err := strconv.ParseFloat(part, 64)
		if err != nil {
			return nil, err
		}
		all = append(all, v)
	}
	return all, nil
}
