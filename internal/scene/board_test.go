package scene_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"snijvlak/internal/landscape"
	"snijvlak/internal/landscapetest"
	"snijvlak/internal/looks"
	"snijvlak/internal/scene"
	"snijvlak/internal/words"
)

// small is a theme, a bottleneck of it, two initiatives and an organisation.
func small(t *testing.T) *landscape.Landscape {
	t.Helper()
	node, put, join := landscapetest.Node, landscapetest.Put, landscapetest.Join
	theme := node("thema", landscape.Theme).Text(landscape.Number, "3", landscapetest.Basis)
	l, err := landscape.New().Apply([]landscape.Edit{
		put(theme), put(node("knelpunt", landscape.Bottleneck)), put(node("tafel", landscape.Initiative)),
		put(node("los", landscape.Initiative)), put(node("gemeente", landscape.Organisation)),
		join(landscapetest.Relation("knelpunt", landscape.BelongsTo, "thema")),
		join(landscapetest.Relation("tafel", landscape.Addresses, "thema")),
		join(landscapetest.Relation("tafel", landscape.Owns, "knelpunt")),
		join(landscapetest.Relation("gemeente", landscape.TakesPartIn, "tafel")),
		join(landscapetest.Relation("gemeente", landscape.Leads, "tafel")),
	})
	if err != nil {
		t.Fatal(err)
	}
	return l
}

var boardRequest = scene.Request{
	Day: landscape.MustDate("2026-11-22"), Audience: landscape.Secretariat, Words: words.In("nl"),
}

func board(t *testing.T, ids ...landscape.ID) *scene.Board {
	t.Helper()
	return scene.NewBoard(small(t), boardRequest, ids)
}

// inARow puts the boxes beside each other.
func inARow(b *scene.Board) map[string]scene.Point {
	at := map[string]scene.Point{}
	for i, box := range b.Boxes() {
		at[box.ID] = scene.Point{X: float64(i) * 400, Y: 100}
	}
	return at
}

func items(s scene.Scene, role scene.Role) []string {
	var ids []string
	for _, it := range s.Items {
		if it.Role == role {
			ids = append(ids, it.ID)
		}
	}
	return ids
}

func TestABoardHoldsTheChosenNodesAndNoOthers(t *testing.T) {
	b := board(t, "thema", "knelpunt", "tafel", "nergens")
	s := b.Scene(inARow(b))
	if got := len(items(s, scene.RoleBox)); got != 3 {
		t.Errorf("%d boxes", got)
	}
	if got := len(items(s, scene.RoleLine)); got != 3 {
		t.Errorf("lines %v", items(s, scene.RoleLine))
	}
}

func TestABoardJoinsAPairOnce(t *testing.T) {
	b := board(t, "gemeente", "tafel")
	if got := items(b.Scene(inARow(b)), scene.RoleLine); len(got) != 1 {
		t.Errorf("lines %v", got)
	}
}

func TestTheLinesOfABoardEndAtItsBoxes(t *testing.T) {
	b := board(t, "thema", "knelpunt", "tafel", "gemeente")
	for name, at := range map[string]map[string]scene.Point{
		"in a row": inARow(b),
		"in a column": {
			"thema": {X: 0, Y: 0}, "knelpunt": {X: 5, Y: 200}, "tafel": {X: 0, Y: 400}, "gemeente": {X: 10, Y: 600},
		},
	} {
		s := b.Scene(at)
		rects := map[string]scene.Rect{}
		for _, it := range s.Items {
			if it.Role == scene.RoleBox {
				rects[it.ID] = it.Rect
			}
		}
		for _, it := range s.Items {
			if it.Role != scene.RoleLine {
				continue
			}
			path := it.Shapes[0].Path
			begin, end := path[0].P[0], path[len(path)-1].P[2]
			if !rects[it.From].Contains(begin) || !rects[it.To].Contains(end) {
				t.Errorf("%s: %s goes from %v to %v", name, it.ID, begin, end)
			}
		}
	}
}

func TestTheGroupsOfABoardGoByThemeAndType(t *testing.T) {
	b := board(t, "thema", "knelpunt", "tafel", "los", "gemeente")
	groups := map[string]string{}
	for _, box := range b.Boxes() {
		groups[box.ID] = box.Group
	}
	for _, pair := range [][2]string{{"thema", "tafel"}, {"tafel", "knelpunt"}, {"knelpunt", "los"}, {"los", "gemeente"}} {
		if groups[pair[0]] >= groups[pair[1]] {
			t.Errorf("%s (%q) does not come before %s (%q)", pair[0], groups[pair[0]], pair[1], groups[pair[1]])
		}
	}
	titles := ""
	for _, it := range b.Scene(inARow(b)).Items {
		if it.Role == scene.RoleNote {
			titles += it.Title + "\n"
		}
	}
	for _, want := range []string{"Thema 3", "knelpunten", "Organisaties"} {
		if !strings.Contains(titles, want) {
			t.Errorf("no heading with %q in\n%s", want, titles)
		}
	}
}

func TestAPaletteColoursAll(t *testing.T) {
	r := boardRequest
	r.Palette = &looks.Dark
	b := scene.NewBoard(small(t), r, []landscape.ID{"tafel"})
	s := b.Scene(inARow(b))
	if s.Background != looks.Dark.Paper {
		t.Errorf("ground %s", s.Background.Hex())
	}
	for _, it := range s.Items {
		for _, text := range it.Texts {
			if looks.Contrast(text.Colour, text.On) < 4.5 || text.On == looks.Light.Paper {
				t.Errorf("%q is %s on %s", text.String, text.Colour.Hex(), text.On.Hex())
			}
		}
	}
}

// The page of the screen takes what comes.
func TestTheScreenIsNeverSplit(t *testing.T) {
	var edits []landscape.Edit
	put := func(n *landscape.Node) { edits = append(edits, landscapetest.Put(n)) }
	put(landscapetest.Node("thema", landscape.Theme).Text(landscape.Number, "1", landscapetest.Basis))
	for i := range 120 {
		id := landscape.ID(fmt.Sprintf("tafel-%03d", i))
		put(landscapetest.Node(id, landscape.Initiative).Text(landscape.OnOverview, "true", landscapetest.Basis))
		edits = append(edits, landscapetest.Join(landscapetest.Relation(id, landscape.Addresses, "thema")))
	}
	l, err := landscape.New().Apply(edits)
	if err != nil {
		t.Fatal(err)
	}
	r := boardRequest
	r.View, r.Page, r.Theme = scene.ThemeView, scene.Screen, "thema"
	p, err := scene.New(l, r)
	if err != nil {
		t.Fatal(err)
	}
	scenes, err := p.Scenes(context.Background(), stacked)
	if err != nil {
		t.Fatal(err)
	}
	if len(scenes) != 1 || len(items(scenes[0], scene.RoleBox)) < 121 {
		t.Fatalf("%d pages", len(scenes))
	}
	for _, it := range scenes[0].Items {
		if end := it.Rect.Y + it.Rect.H; end > scenes[0].Height || it.Rect.Y < 0 {
			t.Errorf("%s ends at %.0f of %.0f", it.ID, end, scenes[0].Height)
		}
	}
}

// stacked is a layout that puts the boxes of a column under each other.
func stacked(_ context.Context, g scene.Graph) (scene.Placement, error) {
	p := scene.Placement{Nodes: map[string]scene.Point{}, Edges: map[string]scene.Path{}}
	x := 0.0
	for _, c := range g.Columns {
		y := 0.0
		for _, n := range c.Nodes {
			p.Nodes[n.ID] = scene.Point{X: x + c.Width/2, Y: y + n.Height/2}
			y += n.Height + g.Gap
		}
		x += c.Width + g.Gutter
	}
	for _, e := range g.Edges {
		p.Edges[e.ID] = scene.Path{
			{Op: scene.Move, P: [3]scene.Point{p.Nodes[e.From]}}, {Op: scene.Line, P: [3]scene.Point{p.Nodes[e.To]}},
		}
	}
	return p, nil
}
