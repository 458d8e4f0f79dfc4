package inspector

import (
	"context"
	"fmt"
	"slices"

	"fyne.io/fyne/v2"

	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
	"snijvlak/internal/workspace"
)

// recent is what was changed last; it is read when nothing is selected.
type recent struct {
	head  workspace.Head
	items []touched
}

// touched is an item with what a person did to it, in words.
type touched struct {
	id   landscape.ID
	text string
}

// tallied are the types that are counted, with where one sees them.
var tallied = []struct {
	typ  landscape.Type
	view kit.ViewID
}{
	{landscape.Initiative, kit.MapView},
	{landscape.Bottleneck, kit.BottleneckView},
	{landscape.Action, kit.AgendaView},
}

// drawNothing is the pane while nothing is selected: what there is, and where
// people worked last.
func (p *Pane) drawNothing() {
	t := p.words.T
	p.rows.Add(kit.Secondary(t("window.none-selected")))
	p.rows.Add(kit.Divider())
	p.rows.Add(kit.Plain(kit.Strong(t("inspect.holds"))))
	for _, of := range tallied {
		all := p.state.Seen.Nodes(of.typ)
		if len(all) == 0 {
			continue
		}
		name := "types."
		if len(all) == 1 {
			name = "type."
		}
		text := fmt.Sprintf("%d %s", len(all), t(name+string(of.typ)))
		card := p.row(p.entry(all[0], text, p.standOf(of.typ, all)))
		card.OnTapped = func() { p.host.Open(kit.Place{View: of.view}) }
		p.rows.Add(card)
	}
	p.drawRecent()
}

// standOf says of bottlenecks how many lie nowhere.
func (p *Pane) standOf(t landscape.Type, all []*landscape.Node) string {
	if t != landscape.Bottleneck {
		return ""
	}
	n := 0
	for _, b := range all {
		if p.state.Seen.OwnershipOf(b.ID, p.state.Day).State == landscape.Unowned {
			n++
		}
	}
	return p.words.N("inspect.holds.unowned", n)
}

// entry is a row with a drawing, a name, and what is said of it.
func (p *Pane) entry(n *landscape.Node, name, detail string) fyne.CanvasObject {
	text := kit.Rows(0, kit.Body(name))
	if detail != "" {
		text.Add(kit.Secondary(detail))
	}
	return beside(n, text)
}

func (p *Pane) drawRecent() {
	if p.recent == nil || p.recent.head != p.state.Head {
		p.readRecent()
	}
	if len(p.recent.items) == 0 {
		return
	}
	p.rows.Add(kit.Divider())
	p.rows.Add(kit.Plain(kit.Strong(p.words.T("inspect.recent"))))
	for _, it := range p.recent.items {
		n, ok := p.state.Seen.Node(it.id)
		if !ok {
			continue
		}
		card := p.row(p.entry(n, n.ShortName(), it.text))
		card.OnTapped = func() { p.host.Select(n.ID) }
		p.rows.Add(card)
	}
}

// readRecent reads the newest entries in the background.
func (p *Pane) readRecent() {
	r := &recent{head: p.state.Head}
	if p.recent != nil {
		r.items = p.recent.items // until the journal has answered
	}
	p.recent = r
	if r.head.Seq < 2 {
		return // nobody changed anything yet
	}
	ws, w := p.host.Workspace(), p.words
	p.host.Go(w.T("inspect.history"), func(ctx context.Context) func() {
		first := uint64(2) // what began the file is about everything
		if r.head.Seq > farBack {
			first = r.head.Seq - farBack
		}
		entries, err := ws.Entries(ctx, first, r.head.Seq)
		items := lastTouched(entries, func(e workspace.JournalEntry) string {
			return w.ShortDate(landscape.DateOf(e.At.Local())) + " · " + e.Author
		})
		return func() {
			if err != nil {
				p.host.Fail(err)
				return
			}
			r.items = items
			if p.recent == r && p.shown.Node == nil {
				p.draw()
			}
		}
	})
}

// lastTouched gives the items that entries changed, the last one first.
func lastTouched(entries []workspace.JournalEntry, say func(workspace.JournalEntry) string) []touched {
	var all []touched
	for _, e := range slices.Backward(entries) {
		for _, edit := range e.Edits {
			if len(all) == mostPast {
				return all
			}
			if edit.After == nil || edit.After.Node == nil || !shows(edit.After.Node.Type) {
				continue
			}
			id := edit.After.Node.ID
			if !slices.ContainsFunc(all, func(t touched) bool { return t.id == id }) {
				all = append(all, touched{id, say(e)})
			}
		}
	}
	return all
}

// shows says whether a type is one that people look for by itself.
func shows(t landscape.Type) bool {
	switch t {
	case landscape.Item, landscape.Meeting, landscape.Term:
		return false
	}
	return true
}
