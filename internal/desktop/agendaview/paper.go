package agendaview

import (
	"context"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"snijvlak/internal/agenda"
	"snijvlak/internal/desktop/kit"
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

// showPaper makes a paper of a meeting for who meets, and shows it.
func (v *View) showPaper(n *landscape.Node, kind string) {
	v.paper(n, kind, readers(v.host.State().Land, n))
}

// askPapers shows what to put to other tables.
func (v *View) askPapers() {
	v.turn(meetingsPage)
	v.paper(nil, askPaper, landscape.Steering)
}

func (v *View) paper(n *landscape.Node, kind string, to landscape.Audience) {
	s, ws := v.host.State(), v.host.Workspace()
	v.host.Go(v.words.T("board.paper.making"), func(ctx context.Context) func() {
		made, err := v.makePaper(ctx, ws, s, n, kind, to)
		return func() {
			if err != nil {
				v.host.Fail(err)
				return
			}
			v.meets.paper = true
			v.meets.put(v.paperPage(n, kind, to, made))
			v.primary()
		}
	})
}

// makePaper writes a paper; it works on values only.
func (v *View) makePaper(
	ctx context.Context, ws *workspace.Workspace, s kit.State, n *landscape.Node, kind string, to landscape.Audience,
) (*sheet.Sheet, error) {
	day := s.Today
	if n != nil {
		day = n.Date(landscape.DateOn).Last()
	}
	set := prose.Setting{Words: v.words, Land: s.Land.ForAudience(to).AsOf(day), Audience: to, Made: s.Today, Near: v.near()}
	switch kind {
	case askPaper:
		return prose.Ask(set, agenda.Askings(set.Land, s.Today, "")), nil
	case minutesPaper:
		h, err := held(ctx, ws, set, n)
		return prose.Minutes(set, h), err
	}
	p, err := ws.Papers(ctx, n.ID, to)
	if err != nil {
		return nil, err
	}
	if kind == sincePaper {
		return prose.Since(set, p), nil
	}
	return prose.Agenda(set, p), nil
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
func (v *View) paperPage(n *landscape.Node, kind string, to landscape.Audience, made *sheet.Sheet) fyne.CanvasObject {
	t := v.words.T
	back := kit.FlatButton("‹ "+t("board.paper.close"), func() {
		v.meets.paper = false
		v.meets.show(v.host.State())
	})
	readers := kit.NewChoice([]landscape.Audience{landscape.Public, landscape.SoundingBoard, landscape.Steering, landscape.Secretariat},
		func(a landscape.Audience) string { return t("audience." + string(a)) },
		func(a landscape.Audience) { v.paper(n, kind, a) })
	readers.Set(to)
	save := kit.NewButton(t("board.paper.save"), func() { v.savePaper(kind, made) })
	head := kit.Bar([]fyne.CanvasObject{back}, kit.Plain(kit.Secondary(t("board.paper.for"))), sized(190, readers.Select), save)
	paper := kit.OnPaper(kit.Pad(kit.Space6, sheetObject(made)))
	top := kit.Rows(0, head, kit.Gap(kit.Space2))
	if n != nil {
		if closed := prose.Closed(v.host.State().Land, n.ID, to); len(closed) > 0 {
			top.Add(kit.Pad(kit.Space2, markLine(mark{"info", v.words.N("board.closed", len(closed)), true})))
		}
	}
	return container.NewBorder(top, nil, nil, nil, page(paper))
}

// savePaper writes a paper as Markdown or as a page, by the name chosen.
func (v *View) savePaper(kind string, made *sheet.Sheet) {
	v.host.AskSave(kind+".html", []string{".html", ".md"}, func(path string) {
		v.host.Go(v.words.T("board.paper.making"), func(context.Context) func() {
			err := writePaper(path, made)
			return func() {
				if err != nil {
					v.host.Fail(err)
					return
				}
				v.host.Notice(v.words.T("board.paper.saved", "File", filepath.Base(path)))
			}
		})
	})
}

// writePaper writes beside the file and puts it in its place, so that a full
// disk leaves what was there.
func writePaper(path string, made *sheet.Sheet) error {
	f, err := os.CreateTemp(filepath.Dir(path), ".snijvlak-*")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name())
	write := made.WriteMarkdown
	if strings.EqualFold(filepath.Ext(path), ".html") {
		write = made.WriteHTML
	}
	if err := write(f); err != nil {
		f.Close()
		return err
	}
	if err := f.Chmod(0o644); err != nil {
		f.Close()
		return err
	}
	if err := f.Close(); err != nil {
		return err
	}
	return os.Rename(f.Name(), path)
}
