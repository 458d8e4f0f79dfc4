package scene

import (
	"context"
	"errors"
	"fmt"

	"snijvlak/internal/landscape"
	"snijvlak/internal/looks"
	"snijvlak/internal/words"
)

// View is what a figure shows.
type View string

// The views.
const (
	// Overview: the Stuurgroep, the themes and every initiative of the overview.
	Overview View = "overview"
	// ThemeView: one theme with what works on it.
	ThemeView View = "theme"
	// Ownership: bottlenecks and where they lie.
	Ownership View = "ownership"
	// Neighbourhood: one node with what is related to it, to some depth.
	Neighbourhood View = "neighbourhood"
	// Overlaps: initiatives that work on the same, in pairs.
	Overlaps View = "overlap"
	// AgendaLists: the lists of the work agenda with their cards.
	AgendaLists View = "agenda"
	// Difference: the overview of a day, with what is new, changed, ended or gone
	// since an earlier one.
	Difference View = "difference"
)

// Views lists the views.
var Views = []View{Overview, ThemeView, Ownership, Neighbourhood, Overlaps, AgendaLists, Difference}

// Request says what to draw.
type Request struct {
	View View
	// Theme is asked by ThemeView and narrows Ownership and AgendaLists.
	Theme landscape.ID
	// Focus and Depth are asked by Neighbourhood; a depth of 0 counts as 1.
	Focus landscape.ID
	Depth int
	// Pairs is asked by Overlaps, the strongest first.
	Pairs []Pairing
	Page  Page
	// Day is the day the landscape is shown of.
	Day landscape.Date
	// Since is the earlier day of Difference; unknown is a year before.
	Since    landscape.Date
	Audience landscape.Audience
	Words    *words.Words
	// Palette holds the colours; nil is the light one, as in every figure.
	Palette *looks.Palette
}

// ErrNothing says that the view has nothing to show on that day for that audience.
var ErrNothing = errors.New("there is nothing to draw")

// TooTall is the error for a box that by itself is taller than the page.
type TooTall struct {
	ID   string
	Page string
}

func (e *TooTall) Error() string { return fmt.Sprintf("%s does not fit on page %s", e.ID, e.Page) }

// Picture is a view of a landscape, measured and divided over pages, before
// anything has its place.
type Picture struct {
	m     *maker
	plans []*plan
}

// New measures a view. The landscape is reduced to the day and the audience
// first; for Difference it must hold the earlier day too.
func New(l *landscape.Landscape, r Request) (*Picture, error) {
	m := newMaker(l, r)
	plans, err := m.plans()
	if err != nil {
		return nil, err
	}
	for i, p := range plans {
		p.part, p.parts = i+1, len(plans)
	}
	return &Picture{m, plans}, nil
}

// Scenes gives the finished pages: one, or several where the view had to be
// split.
func (p *Picture) Scenes(ctx context.Context, layout Layout) ([]Scene, error) {
	scenes := make([]Scene, len(p.plans))
	for i, plan := range p.plans {
		var err error
		if scenes[i], err = p.m.finish(ctx, plan, layout); err != nil {
			return nil, err
		}
	}
	return scenes, nil
}

// Graphs gives what Scenes asks of the layout, page by page.
func (p *Picture) Graphs() []Graph {
	graphs := make([]Graph, len(p.plans))
	for i, plan := range p.plans {
		graphs[i] = p.m.graph(plan)
	}
	return graphs
}

// maker holds what every step of a figure needs.
type maker struct {
	l *landscape.Landscape
	r Request
	p Page
	w *words.Words
	c looks.Palette
	// numbers are the themes' numbers by id.
	numbers map[landscape.ID]int
	// past is what the day is compared with; nil in all views but Difference.
	past *comparison
	// sourceRows and samplesByRow are the lines at the foot of every page.
	sourceRows   []string
	samplesByRow [][]sample
}

func newMaker(l *landscape.Landscape, r Request) *maker {
	if r.Audience == "" {
		r.Audience = landscape.Public
	}
	all := l.ForAudience(r.Audience)
	m := &maker{
		l: all.AsOf(r.Day), r: r, p: r.Page, w: r.Words,
		c: looks.Light, numbers: map[landscape.ID]int{},
	}
	if r.Palette != nil {
		m.c = *r.Palette
	}
	for _, t := range m.l.Nodes(landscape.Theme) {
		m.numbers[t.ID] = t.Number()
	}
	if r.View == Difference {
		m.past = m.compare(all)
	}
	if !m.p.onScreen() {
		m.sourceRows = NotoSans.Wrap(m.sourceText(), m.p.Small, false, m.p.inner())
	}
	m.samplesByRow = m.legendRows()
	return m
}

func (m *maker) plans() ([]*plan, error) {
	var plans []*plan
	var err error
	switch m.r.View {
	case Overview:
		plans, err = m.overview()
	case ThemeView:
		plans, err = m.themeView()
	case Ownership:
		plans, err = m.ownership()
	case Neighbourhood:
		plans, err = m.neighbourhood()
	case Overlaps:
		plans, err = m.overlapView()
	case AgendaLists:
		plans, err = m.agendaView()
	case Difference:
		plans, err = m.differenceView()
	default:
		err = fmt.Errorf("view %q: %w", m.r.View, ErrNothing)
	}
	if err == nil && len(plans) == 0 {
		err = ErrNothing
	}
	return plans, err
}
