package agendaview

import (
	"bytes"
	"cmp"
	"context"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"snijvlak/internal/agenda"
	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/desktop/pagefiles"
	"snijvlak/internal/landscape"
	"snijvlak/internal/overlap"
	"snijvlak/internal/prose"
	"snijvlak/internal/prose/sheet"
	"snijvlak/internal/workspace"
)

// The papers of a meeting, and the page for other tables.
const (
	agendaPaper  = "agenda"
	sincePaper   = "since"
	minutesPaper = "minutes"
	askPaper     = "ask"
)

// paper is one that was asked for.
type paper struct {
	kind string
	// meeting is what it is of; nil for the page for other tables.
	meeting *landscape.Node
	// table is the only one that is asked; empty for all.
	table landscape.ID
	to    landscape.Audience
	// from is the page to go back to.
	from string
}

// showPaper makes a paper of a meeting for who meets, and shows it.
func (v *View) showPaper(n *landscape.Node, kind string) {
	v.paper(paper{kind: kind, meeting: n, to: readers(v.host.State().Land, n), from: meetingsPage})
}

// askPapers shows what to put to other tables.
func (v *View) askPapers() {
	from := v.page
	v.turn(meetingsPage)
	v.paper(paper{kind: askPaper, to: landscape.Steering, from: from})
}

// paper makes a paper in the background and shows it, unless another was asked
// for meanwhile or one went elsewhere.
func (v *View) paper(p paper) {
	s, ws := v.host.State(), v.host.Workspace()
	v.meets.made++
	number := v.meets.made
	v.host.Go(v.words.T("board.paper.making"), func(ctx context.Context) func() {
		made, err := v.makePaper(ctx, ws, s, p)
		return func() {
			switch {
			case number != v.meets.made:
			case err != nil:
				v.host.Fail(err)
			default:
				v.meets.paper = true
				v.meets.put(v.paperPage(p, made))
				v.primary()
			}
		}
	})
}

// makePaper writes a paper; it works on values only.
func (v *View) makePaper(ctx context.Context, ws *workspace.Workspace, s kit.State, p paper) (*sheet.Sheet, error) {
	day := s.Today
	if p.meeting != nil {
		day = p.meeting.Date(landscape.DateOn).Last()
	}
	set := prose.Setting{Words: v.words, Land: s.Land.ForAudience(p.to).AsOf(day), Audience: p.to, Made: s.Today, Near: v.near()}
	switch p.kind {
	case askPaper:
		return prose.Ask(set, agenda.Askings(set.Land, s.Today, p.table)), nil
	case minutesPaper:
		h, err := held(ctx, ws, set, p.meeting)
		return prose.Minutes(set, h), err
	}
	papers, err := ws.Papers(ctx, p.meeting.ID, p.to)
	if err != nil {
		return nil, err
	}
	if p.kind == sincePaper {
		return prose.Since(set, papers), nil
	}
	return prose.Agenda(set, papers), nil
}

// near is what the overlap check says about an item.
func (v *View) near() func(landscape.ID) []overlap.Candidate {
	index := v.host.Overlap()
	return func(id landscape.ID) []overlap.Candidate {
		answer, err := index.About(id, overlap.Options{Top: 2 * candidatesMost})
		if err != nil {
			return nil // it is about nothing that can be checked
		}
		return answer.Candidates
	}
}

// held is a meeting with what it decided, and who wrote that down.
func held(ctx context.Context, ws *workspace.Workspace, set prose.Setting, n *landscape.Node) (prose.Held, error) {
	h := prose.Held{Meeting: n}
	h.Body, _ = set.Land.Node(landscape.ID(n.Get(landscape.HeldBy)))
	for _, item := range agenda.ItemsOf(set.Land, n.ID) {
		e := agenda.EntryOf(set.Land, item, n.Date(landscape.DateOn).Last())
		if item.Get(landscape.Result) == "" {
			h.Open = append(h.Open, e)
		} else {
			h.Decided = append(h.Decided, e)
		}
	}
	entries, err := ws.Journal(ctx, 1)
	h.Recorded = recorders(entries, h.Decided)
	return h, err
}

// recorders are those who wrote the results of items down.
func recorders(entries []workspace.JournalEntry, items []agenda.Entry) []string {
	of := map[landscape.Key]bool{}
	for _, e := range items {
		of[e.Item.Key()] = true
	}
	var all []string
	known := map[string]bool{}
	for _, e := range entries {
		for _, edit := range e.Edits {
			if of[edit.Key] && prose.Concludes(edit) && !known[e.Author] {
				known[e.Author] = true
				all = append(all, e.Author)
			}
		}
	}
	return all
}

// paperPage is a paper with for whom it is and the way to keep it.
func (v *View) paperPage(p paper, made *sheet.Sheet) fyne.CanvasObject {
	t := v.words.T
	back := kit.FlatButton("‹ "+t("board.paper.close"), func() { v.closePaper(p) })
	readers := kit.NewChoice([]landscape.Audience{landscape.Public, landscape.SoundingBoard, landscape.Steering, landscape.Secretariat},
		func(a landscape.Audience) string { return prose.Capital(t("audience." + string(a))) },
		func(a landscape.Audience) { p.to = a; v.paper(p) })
	readers.Set(p.to)
	save := kit.PrimaryButton(t("board.paper.save"), func() { v.savePaper(p.kind, made) })
	whom := kit.Bar(nil, kit.Plain(kit.Secondary(t("board.paper.for"))), sized(150, readers.Select))
	top := kit.Rows(kit.Space2, container.NewBorder(nil, nil, back, save, whom), kit.Gap(0))
	if p.kind == askPaper {
		top = kit.Rows(kit.Space2, container.NewBorder(nil, nil, back, save),
			kit.Wide(pageWide, container.NewBorder(nil, nil, nil, whom, v.tableField(p))), kit.Gap(0))
	}
	paper := kit.OnPaper(kit.Pad(kit.Space6, sheetObject(made)))
	if p.meeting != nil {
		if closed := prose.Closed(v.host.State().Land, p.meeting.ID, p.to); len(closed) > 0 {
			top.Add(container.New(&stackLayout{}, markLine(mark{"info", v.words.N("board.closed", len(closed)), true}), kit.Gap(kit.Space2)))
		}
	}
	return container.NewBorder(aside(top), nil, nil, nil, page(paper))
}

// closePaper goes back to where the paper was asked for.
func (v *View) closePaper(p paper) {
	v.meets.paper = false
	v.turn(p.from)
	if p.from == meetingsPage {
		v.meets.show(v.host.State())
	}
}

// tableField chooses of which table the page is shown: those that were asked
// first, then those that something probably lies with, each with how much.
func (v *View) tableField(p paper) fyne.CanvasObject {
	t, s := v.words.T, v.host.State()
	all := []kit.Pickable[landscape.ID]{{Text: t("board.ask.all")}}
	pages := agenda.Askings(s.Land.ForAudience(p.to).AsOf(s.Today), s.Today, "")
	slices.SortStableFunc(pages, func(a, b agenda.Asking) int {
		return cmp.Or(cmp.Compare(len(b.Items), len(a.Items)), cmp.Compare(len(b.Probable), len(a.Probable)))
	})
	for _, a := range pages {
		var said []string
		if n := len(a.Items); n > 0 {
			said = append(said, v.words.N("board.ask.items", n))
		}
		if n := len(a.Probable); n > 0 {
			said = append(said, v.words.N("board.ask.probable", n))
		}
		all = append(all, kit.Pickable[landscape.ID]{Value: a.Table.ID, Text: a.Table.ShortName(), Detail: strings.Join(said, " · ")})
	}
	field := kit.NewPicker(v.host.Window(), v.words, t("board.ask.table"), all, func(id landscape.ID) { p.table = id; v.paper(p) })
	field.Set(p.table)
	return field.Card
}

// savePaper writes a paper as Markdown or as a page, by the name chosen.
func (v *View) savePaper(kind string, made *sheet.Sheet) {
	v.host.AskSave(kind+".html", []string{".html", ".md"}, func(path string) {
		v.host.Go(v.words.T("board.paper.making"), func(context.Context) func() {
			err := writePaper(path, made)
			return func() {
				said := v.words.T("board.paper.saved", "File", filepath.Base(path))
				if err != nil {
					said = pagefiles.Fault(v.words, path, err)
				}
				v.host.Notice(said)
			}
		})
	})
}

// writePaper writes a paper whole or not at all, so that a full disk leaves what
// was there.
func writePaper(path string, made *sheet.Sheet) error {
	write := made.WriteMarkdown
	if strings.EqualFold(filepath.Ext(path), ".html") {
		write = made.WriteHTML
	}
	var text bytes.Buffer
	if err := write(&text); err != nil {
		return err
	}
	return pagefiles.Write([]string{path}, [][]byte{text.Bytes()})
}
