package figure_test

import (
	"bytes"
	"context"
	"encoding/xml"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"snijvlak/internal/exchange"
	"snijvlak/internal/figure"
	"snijvlak/internal/landscape"
	"snijvlak/internal/looks"
	"snijvlak/internal/scene"
	"snijvlak/internal/words"
)

// days are the two on which every view is tried.
var days = []string{"2026-11-22", "2018-07-15"}

func shipped(t testing.TB) *landscape.Landscape {
	t.Helper()
	l, err := exchange.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// draw gives the finished pages of a view.
func draw(l *landscape.Landscape, r scene.Request) ([]scene.Scene, error) {
	p, err := scene.New(l, r)
	if err != nil {
		return nil, err
	}
	return p.Scenes(context.Background(), figure.Place)
}

// render gives the files of a view.
func render(l *landscape.Landscape, r scene.Request, format string) ([][]byte, error) {
	p, err := scene.New(l, r)
	if err != nil {
		return nil, err
	}
	return figure.Render(context.Background(), p, format)
}

// requests are all views, some in more than one form.
func requests(l *landscape.Landscape) []scene.Request {
	rs := []scene.Request{{View: scene.Overview}, {View: scene.Ownership}, {View: scene.AgendaLists}, {View: scene.Difference}}
	for _, theme := range l.Nodes(landscape.Theme) {
		rs = append(rs, scene.Request{View: scene.ThemeView, Theme: theme.ID})
	}
	rs = append(rs, scene.Request{View: scene.AgendaLists, Theme: l.Nodes(landscape.Theme)[2].ID})
	for _, focus := range []landscape.ID{"zorg-straf", "vws", "t3-1", "passende-woonplek", "stuurgroep", "schakelteam"} {
		rs = append(rs, scene.Request{View: scene.Neighbourhood, Focus: focus, Depth: 1})
	}
	rs = append(rs, scene.Request{View: scene.Overlaps, Pairs: pairings(l)})
	return append(rs, scene.Request{View: scene.Neighbourhood, Focus: "femicide", Depth: 3})
}

// pairings joins each initiative to the next and to the fifth after it, in all
// grades, some judged.
func pairings(l *landscape.Landscape) []scene.Pairing {
	var all []scene.Pairing
	ns := l.Nodes(landscape.Initiative)
	for i := range ns {
		for _, step := range []int{1, 5} {
			if i+step < len(ns) {
				all = append(all, scene.Pairing{
					A: ns[i].ID, B: ns[i+step].ID, Grade: landscape.Grades[i%3], Shared: "thema 1", Judged: i%4 == 0,
				})
			}
		}
	}
	return all
}

// eachScene draws every view on every page and day in both languages.
func eachScene(t *testing.T, l *landscape.Landscape, try func(*testing.T, scene.Request, []scene.Scene)) {
	for _, page := range scene.Pages {
		for i, day := range days {
			for _, r := range requests(l) {
				r.Page, r.Day, r.Words = page, landscape.MustDate(day), words.In(words.Langs[i])
				if r.View == scene.Difference && i > 0 { // that day is the earlier one
					r.Since, r.Day = r.Day, landscape.MustDate(days[0])
				}
				name := fmt.Sprintf("%s/%s/%s%s%s-%d", page.Name, day, r.View, r.Theme, r.Focus, r.Depth)
				t.Run(name, func(t *testing.T) {
					scenes, err := draw(l, r)
					if err != nil {
						t.Fatal(err)
					}
					try(t, r, scenes)
				})
			}
		}
	}
}

func TestEverySceneIsSound(t *testing.T) {
	eachScene(t, shipped(t), func(t *testing.T, r scene.Request, scenes []scene.Scene) {
		for i, s := range scenes {
			if s.Part != i+1 || s.Parts != len(scenes) {
				t.Errorf("part %d of %d says it is %d of %d", i+1, len(scenes), s.Part, s.Parts)
			}
			checkScene(t, s, smallest(r.Page))
			look(t, s)
		}
	})
}

// look writes the pages to a folder for a person to look at:
// LOOK=/some/folder go test -run TestEverySceneIsSound ./internal/figure
func look(t *testing.T, s scene.Scene) {
	dir := os.Getenv("LOOK")
	if dir == "" {
		return
	}
	name := strings.NewReplacer("/", "_", ":", "x").Replace(t.Name())
	f, err := os.Create(filepath.Join(dir, fmt.Sprintf("%s-%d.svg", strings.TrimPrefix(name, "TestEverySceneIsSound_"), s.Part)))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	if err := figure.WriteSVG(f, s); err != nil {
		t.Fatal(err)
	}
}

// smallest is the smallest text of a page (DESIGN 6).
func smallest(p scene.Page) float64 {
	if p.Name == "16:9" {
		return 12
	}
	return 7
}

func checkScene(t *testing.T, s scene.Scene, smallest float64) {
	t.Helper()
	page := scene.Rect{W: s.Width, H: s.Height}
	var boxes, lines []scene.Item
	seen := map[string]bool{}
	for _, it := range s.Items {
		if seen[it.ID] {
			t.Errorf("two items are called %s", it.ID)
		}
		seen[it.ID] = true
		switch it.Role {
		case scene.RoleBox:
			boxes = append(boxes, it)
		case scene.RoleLine:
			lines = append(lines, it)
		}
		checkTexts(t, it, page, smallest)
		checkContrast(t, it, s.Background)
	}
	checkBoxes(t, s, boxes)
	for _, line := range lines {
		checkLine(t, line, boxes)
	}
}

// checkTexts: every text lies inside its item, as wide as the font says.
func checkTexts(t *testing.T, it scene.Item, page scene.Rect, smallest float64) {
	t.Helper()
	room := it.Rect
	if it.Role == scene.RoleNote {
		room = page
	}
	for _, text := range it.Texts {
		if text.Size < smallest {
			t.Errorf("%s: %q is %.2f pt, the smallest allowed is %.1f", it.ID, text.String, text.Size, smallest)
		}
		width := scene.NotoSans.Width(text.String, text.Size, text.Bold, text.Spacing)
		if math.Abs(width-text.Width) > 0.01 {
			t.Errorf("%s: %q is %.2f wide, the font says %.2f", it.ID, text.String, text.Width, width)
		}
		// 0.95 above and 0.25 below the baseline hold every Latin letter.
		corners := []scene.Point{
			{X: text.X, Y: text.Y - 0.95*text.Size}, {X: text.X + width, Y: text.Y + 0.25*text.Size},
		}
		for _, c := range corners {
			if !room.Inset(-0.05).Contains(c) {
				t.Errorf("%s: %q reaches %.1f,%.1f outside %v", it.ID, text.String, c.X, c.Y, room)
			}
		}
	}
}

func checkContrast(t *testing.T, it scene.Item, ground looks.Colour) {
	t.Helper()
	for _, text := range it.Texts {
		if c := looks.Contrast(text.Colour, text.On); c < 4.5 {
			t.Errorf("%s: %q has contrast %.2f", it.ID, text.String, c)
		}
	}
	for _, shape := range it.Shapes {
		if shape.Stroke == nil {
			continue
		}
		if c := looks.Contrast(*shape.Stroke, ground); c < 3 {
			t.Errorf("%s: a line has contrast %.2f", it.ID, c)
		}
	}
}

func checkBoxes(t *testing.T, s scene.Scene, boxes []scene.Item) {
	t.Helper()
	page := scene.Rect{W: s.Width, H: s.Height}
	for i, a := range boxes {
		if !page.Contains(scene.Point{X: a.Rect.X, Y: a.Rect.Y}) ||
			!page.Contains(scene.Point{X: a.Rect.X + a.Rect.W, Y: a.Rect.Y + a.Rect.H}) {
			t.Errorf("%s at %v is off the page", a.ID, a.Rect)
		}
		for _, b := range boxes[i+1:] {
			if a.Rect.Overlaps(b.Rect) {
				t.Errorf("%s at %v and %s at %v overlap", a.ID, a.Rect, b.ID, b.Rect)
			}
		}
	}
	for _, it := range s.Items {
		if it.Role != scene.RoleNote || it.ID == "panel" {
			continue
		}
		for _, b := range boxes {
			if it.Rect.Overlaps(b.Rect) {
				t.Errorf("%s at %v lies on %s at %v", it.ID, it.Rect, b.ID, b.Rect)
			}
		}
	}
}

// checkLine: the line ends at its two boxes and goes through no other.
func checkLine(t *testing.T, line scene.Item, boxes []scene.Item) {
	t.Helper()
	course := sample(line.Shapes[0].Path)
	for _, b := range boxes {
		isEnd := b.ID == line.From || b.ID == line.To
		if isEnd {
			if d := math.Min(away(b.Rect, course[0]), away(b.Rect, course[len(course)-1])); d > 0.6 {
				t.Errorf("%s ends %.2f pt away from %s", line.ID, d, b.ID)
			}
			continue
		}
		for _, p := range course {
			if b.Rect.Inset(0.5).Contains(p) {
				t.Errorf("%s goes through %s at %.1f,%.1f", line.ID, b.ID, p.X, p.Y)
				break
			}
		}
	}
}

// away is how far a point is from a rectangle.
func away(r scene.Rect, p scene.Point) float64 {
	dx := math.Max(math.Max(r.X-p.X, p.X-r.X-r.W), 0)
	dy := math.Max(math.Max(r.Y-p.Y, p.Y-r.Y-r.H), 0)
	return math.Hypot(dx, dy)
}

// sample gives points along a path, less than a point apart for our pages.
func sample(path scene.Path) []scene.Point {
	const steps = 600
	var points []scene.Point
	var at scene.Point
	for _, s := range path {
		switch s.Op {
		case scene.Move:
			at = s.P[0]
			points = append(points, at)
		case scene.Line:
			for i := 1; i <= steps; i++ {
				points = append(points, between(at, s.P[0], float64(i)/steps))
			}
			at = s.P[0]
		case scene.Curve:
			for i := 1; i <= steps; i++ {
				u := float64(i) / steps
				ab, bc, cd := between(at, s.P[0], u), between(s.P[0], s.P[1], u), between(s.P[1], s.P[2], u)
				points = append(points, between(between(ab, bc, u), between(bc, cd, u), u))
			}
			at = s.P[2]
		}
	}
	return points
}

func between(a, b scene.Point, u float64) scene.Point {
	return scene.Point{X: a.X + (b.X-a.X)*u, Y: a.Y + (b.Y-a.Y)*u}
}

func TestEverySVGIsAccessible(t *testing.T) {
	l := shipped(t)
	for _, r := range requests(l) {
		r.Page, r.Day, r.Words = scene.Pages[0], landscape.MustDate(days[0]), words.In("nl")
		scenes, err := draw(l, r)
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range scenes {
			var b bytes.Buffer
			if err := figure.WriteSVG(&b, s); err != nil {
				t.Fatal(err)
			}
			checkSVG(t, b.Bytes(), s)
		}
	}
}

func checkSVG(t *testing.T, svg []byte, s scene.Scene) {
	t.Helper()
	dec := xml.NewDecoder(bytes.NewReader(svg))
	var stack []string
	titled := map[string]bool{} // the titles of groups right under the root
	for {
		token, err := dec.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatalf("%s: %v", s.Title, err)
		}
		switch e := token.(type) {
		case xml.StartElement:
			if len(stack) == 0 {
				checkRoot(t, e)
			}
			stack = append(stack, e.Name.Local)
		case xml.EndElement:
			stack = stack[:len(stack)-1]
		case xml.CharData:
			if strings.Join(stack, "/") == "svg/g/title" {
				titled[string(e)] = true
			}
		}
	}
	for _, it := range s.Items {
		if it.Role != scene.RoleNote && !titled[it.Title] {
			t.Errorf("%s: no titled group for %s", s.Title, it.ID)
		}
	}
	for _, bad := range []string{"<script", "javascript:", "foreignObject", "@import", "http://www.w3.org/1999/xlink"} {
		if bytes.Contains(svg, []byte(bad)) {
			t.Errorf("%s: the SVG holds %s", s.Title, bad)
		}
	}
}

func checkRoot(t *testing.T, e xml.StartElement) {
	t.Helper()
	if e.Name.Local != "svg" || attr(e, "role") != "img" || !strings.HasPrefix(attr(e, "lang"), "nl") {
		t.Errorf("root %s has role %q and language %q", e.Name.Local, attr(e, "role"), attr(e, "lang"))
	}
	if attr(e, "aria-labelledby") == "" {
		t.Error("the root names no title")
	}
}

func attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}
