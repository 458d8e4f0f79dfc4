package inspector

import (
	"context"
	"fmt"
	"slices"

	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
	"snijvlak/internal/prose"
	"snijvlak/internal/workspace"
)

// history is what the journal says of the item; it is read when one asks.
type history struct {
	item  landscape.ID
	head  workspace.Head
	lines []string
	// read says that the journal has answered.
	read bool
}

// How far back the journal is read, and how many entries are shown.
const farBack, mostPast = 400, 5

// drawFoot shows what happened to the item.
func (p *Pane) drawFoot() {
	p.fold("inspect.history", p.words.T("inspect.history"), false, p.drawHistory)
}

func (p *Pane) drawHistory() {
	t := p.words.T
	if p.past == nil || p.past.item != p.drawn.item || p.past.head != p.state.Head {
		p.readHistory()
	}
	switch {
	case !p.past.read:
		p.rows.Add(kit.Secondary(t("inspect.history.reading")))
	case len(p.past.lines) == 0:
		p.rows.Add(kit.Secondary(t("inspect.history.none")))
	}
	for _, line := range p.past.lines {
		p.rows.Add(kit.Inset(kit.Tight(kit.Secondary(line))))
	}
	name := p.shown.Node.ShortName()
	p.rows.Add(kit.Inset(kit.Flow(kit.NewQuiet(t("inspect.history.all"), func() {
		p.host.Open(kit.Place{View: kit.JournalView, Item: p.drawn.item, Text: name})
	}))))
}

// readHistory reads the newest entries in the background.
func (p *Pane) readHistory() {
	past := &history{item: p.drawn.item, head: p.state.Head}
	p.past = past
	ws, w, land := p.host.Workspace(), p.words, p.state.Land
	p.host.Go(p.words.T("inspect.history"), func(ctx context.Context) func() {
		first := uint64(1)
		if past.head.Seq > farBack {
			first = past.head.Seq - farBack
		}
		entries, err := ws.Entries(ctx, first, past.head.Seq)
		lines := pastLines(func(e workspace.JournalEntry) string {
			when := w.ShortDate(landscape.DateOf(e.At))
			return fmt.Sprintf("%s · %s: %s", when, e.Author, prose.Summary(w, e, prose.Names(land, e)))
		}, entries, past.item)
		return func() {
			if err != nil {
				p.host.Fail(err)
			}
			past.read, past.lines = true, lines
			if p.past == past && p.editing == nil && past.item == p.drawn.item {
				p.draw()
			}
		}
	})
}

// pastLines are the newest entries about an item, the last one first. The
// entry that began the file is left out: it is about everything.
func pastLines(say func(workspace.JournalEntry) string, entries []workspace.JournalEntry, id landscape.ID) []string {
	var lines []string
	for _, e := range slices.Backward(entries) {
		if len(lines) == mostPast {
			break
		}
		if e.Seq > 1 && slices.ContainsFunc(e.Edits, func(edit landscape.Edit) bool { return about(edit.Key, id) }) {
			lines = append(lines, say(e))
		}
	}
	return lines
}

// about says whether a record is the item, or a relation of it.
func about(key landscape.Key, id landscape.ID) bool {
	if key.IsNode() {
		return key == landscape.NodeKey(id)
	}
	from, to := key.Ends()
	return from == id || to == id
}
