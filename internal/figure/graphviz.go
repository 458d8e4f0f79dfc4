package figure

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/goccy/go-graphviz"

	// Initialised before go-graphviz, see there.
	"snijvlak/internal/figure/cachedir"
)

func init() { cachedir.Restore() }

// The engine reads at most MaxDOT bytes and gives at most MaxLayout. An
// overview of 60 boxes takes some 20 and 100 kB.
const (
	MaxDOT    = 4 << 20
	MaxLayout = 64 << 20
)

// ErrNoLayout says that the engine could not place the boxes.
var ErrNoLayout = errors.New("the layout engine gave no result")

// engine is a lock that one can wait for and give up: Graphviz has one
// memory, and two layouts at a time would spoil it.
var engine = make(chan struct{}, 1)

// Layout places a graph in DOT with Graphviz' dot and gives its json0: the
// graph with a "pos" for each node and edge and a "bb" for the whole, in points.
//
// It runs in this process, one layout at a time. A layout that has begun
// cannot be stopped (after a cancelled one, go-graphviz refuses every next);
// ctx only ends the wait for one's turn. Use LayoutInChild for a large graph.
// Input above MaxDOT is refused; any other failure is an ErrNoLayout.
func Layout(ctx context.Context, dot []byte) ([]byte, error) {
	if err := checkDOT(dot); err != nil {
		return nil, err
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	select {
	case engine <- struct{}{}:
		defer func() { <-engine }()
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	out, err := runEngine(dot)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrNoLayout, err)
	}
	return out, checkLayout(out)
}

// checkDOT refuses what go-graphviz cannot bear: an empty text makes it crash.
func checkDOT(dot []byte) error {
	switch {
	case len(dot) > MaxDOT:
		return fmt.Errorf("a graph of %d bytes is over the limit of %d", len(dot), MaxDOT)
	case len(bytes.TrimSpace(dot)) == 0:
		return fmt.Errorf("%w: the graph is empty", ErrNoLayout)
	case bytes.IndexByte(dot, 0) >= 0:
		return fmt.Errorf("%w: the graph holds a zero byte", ErrNoLayout)
	}
	return nil
}

// runEngine is Graphviz itself. A fault in its machine code comes out as a
// panic, which is an error here.
func runEngine(dot []byte) (out []byte, err error) {
	defer func() {
		if p := recover(); p != nil {
			out, err = nil, fmt.Errorf("graphviz broke off: %v", p)
		}
	}()
	ctx := context.Background()
	graph, err := graphviz.ParseBytes(dot)
	if err != nil {
		return nil, err
	}
	if graph == nil {
		return nil, errors.New("there is no graph in the text")
	}
	defer func() { _ = graph.Close() }()
	g, err := graphviz.New(ctx)
	if err != nil {
		return nil, err
	}
	defer func() { _ = g.Close() }()
	var buf bytes.Buffer
	err = g.Render(ctx, graph, graphviz.Format("json0"), &buf)
	return buf.Bytes(), err
}

// checkLayout looks whether there are places in it: on input it does not
// understand, Graphviz may say nothing and place nothing.
func checkLayout(out []byte) error {
	if len(out) > MaxLayout {
		return fmt.Errorf("%w: %d bytes is over the limit", ErrNoLayout, len(out))
	}
	var got struct {
		BB      string `json:"bb"`
		Objects []struct {
			Pos string `json:"pos"`
		} `json:"objects"`
	}
	if err := json.Unmarshal(out, &got); err != nil {
		return fmt.Errorf("%w: %w", ErrNoLayout, err)
	}
	if got.BB == "" || got.BB == "0,0,0,0" || len(got.Objects) == 0 {
		return fmt.Errorf("%w: nothing was placed", ErrNoLayout)
	}
	return nil
}
