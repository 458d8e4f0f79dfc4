package agendaview

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"snijvlak/internal/agenda"
	"snijvlak/internal/desktop/answers"
	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
	"snijvlak/internal/prose"
	"snijvlak/internal/workspace"
)

// preparation is a meeting with the items of its agenda: to order, to fill in
// and to release.
func (v *View) preparation(s kit.State, n *landscape.Node) fyne.CanvasObject {
	t := v.words.T
	rows := container.New(&stackLayout{room: kit.Space2})
	items := inOrder(s.Land, n)
	if closed := prose.Closed(s.Land, n.ID, readers(s.Land, n)); len(closed) > 0 {
		rows.Add(markLine(mark{"info", v.words.N("board.closed", len(closed)), true}))
	}
	for i, e := range items {
		rows.Add(v.itemCard(s, n, items, i, e))
	}
	if len(items) == 0 {
		rows.Add(kit.Tight(kit.Body(t("board.items.empty"))))
	}
	back := kit.FlatButton("‹ "+t("board.page.meetings"), v.meets.close)
	head := container.NewBorder(nil, nil, back, nil, kit.OneLine(kit.Section(prose.Capital(prose.MeetingName(v.words, s.Land, n)))))
	return container.NewBorder(aside(kit.Rows(kit.Space2, head, v.preparing(s, n), kit.Gap(0))), nil, nil, nil, page(rows))
}

// preparing are the buttons of a meeting.
func (v *View) preparing(s kit.State, n *landscape.Node) fyne.CanvasObject {
	t := v.words.T
	row := kit.Flow()
	if !s.Reads() {
		row.Add(kit.NewQuiet(t("board.add-item"), func() { v.addItem(n) }))
		row.Add(kit.NewQuiet(t("board.release"), func() { v.release(n) }))
	}
	row.Add(kit.NewQuiet(t("board.papers"), func() { v.showPaper(n, agendaPaper) }))
	row.Add(kit.NewQuiet(t("board.since-last"), func() { v.showPaper(n, sincePaper) }))
	row.Add(kit.NewQuiet(t("board.minutes"), func() { v.showPaper(n, minutesPaper) }))
	return row
}

// readers are who the papers of a meeting are for: the body that meets.
func readers(l *landscape.Landscape, meeting *landscape.Node) landscape.Audience {
	if p := agenda.Preparer(l); p != nil && meeting.Get(landscape.HeldBy) == string(p.ID) {
		return landscape.SoundingBoard
	}
	return landscape.Steering
}

// inOrder are the items of a meeting as its papers have them.
func inOrder(l *landscape.Landscape, meeting *landscape.Node) []agenda.Entry {
	return agenda.Prepare(l, nil, meeting).Entries
}

// itemCard is one item of the agenda.
func (v *View) itemCard(s kit.State, n *landscape.Node, items []agenda.Entry, i int, e agenda.Entry) fyne.CanvasObject {
	t := v.words.T
	title := fmt.Sprintf("%d. %s", e.Item.Number(), e.Item.Name())
	texts := []paragraph{kindWord(t("treatment." + e.Item.Get(landscape.Treatment))), strong(title)}
	if r := e.Item.Get(landscape.Result); r != "" {
		texts = append(texts, mark{Icon: "placed", Text: t("result." + r)}.paragraph())
	}
	for _, line := range v.itemLines(s, n, e) {
		texts = append(texts, quiet(line))
	}
	var side fyne.CanvasObject
	if !s.Reads() && e.Item.Get(landscape.Result) == "" {
		up := kit.IconButton(kit.NewIcon("up"), t("board.up"), func() { v.reorder(n, items, i, -1) })
		down := kit.IconButton(kit.NewIcon("down"), t("board.down"), func() { v.reorder(n, items, i, 1) })
		side = container.NewVBox(where(i > 0, up), where(i+1 < len(items), down))
	}
	card := kit.NewCard(container.NewBorder(nil, nil, nil, side, kit.Pad(kit.Space1, newFace(texts...))))
	card.Dashed(e.Item.Get(landscape.Result) == "" && e.Move != nil)
	card.OnTapped = func() { v.coverNote(e.Item) }
	return card
}

// where shows an object, or keeps its room.
func where(shown bool, o fyne.CanvasObject) fyne.CanvasObject {
	if shown {
		return o
	}
	return kit.Gap(o.MinSize().Height)
}

// itemLines say what the item asks and what its cover note lacks.
func (v *View) itemLines(s kit.State, n *landscape.Node, e agenda.Entry) []string {
	var lines []string
	open := e.Item.Get(landscape.Result) == ""
	if e.Move != nil && open {
		lines = append(lines, v.words.T("board.from-to",
			"From", prose.ListName(v.words, agenda.ListOf(e.Subject)), "To", prose.ListName(v.words, e.Move.To)))
	}
	var empty []string
	for _, f := range prose.Unfilled(e) {
		empty = append(empty, v.words.T("field."+string(f)))
	}
	if len(empty) > 0 && open {
		lines = append(lines, v.words.T("board.unfilled", "Fields", strings.Join(empty, ", ")))
	}
	if !readers(s.Land, n).Sees(e.Item.Audience()) {
		lines = append(lines, v.words.T("board.not-released", "Audience", v.words.T("audience."+string(e.Item.Audience()))))
	}
	return lines
}

// reorder swaps an item with its neighbour of the same treatment and numbers
// the agenda anew.
func (v *View) reorder(n *landscape.Node, items []agenda.Entry, i, step int) {
	j := i + step
	if j < 0 || j >= len(items) || items[i].Item.Get(landscape.Treatment) != items[j].Item.Get(landscape.Treatment) {
		v.host.Notice(v.words.T("board.order.edge"))
		return
	}
	var ids []landscape.ID
	for _, e := range items {
		ids = append(ids, e.Item.ID)
	}
	ids[i], ids[j] = ids[j], ids[i]
	ws := v.host.Workspace()
	v.host.Change(workspace.Why{Meeting: n.ID}, func(l *landscape.Landscape) ([]landscape.Edit, error) {
		return setEach(ws, l, ids, landscape.Number, func(at int) string { return fmt.Sprint(at + 1) })
	}, nil)
}

// setEach gives one field of several nodes a value.
func setEach(
	ws *workspace.Workspace, l *landscape.Landscape, ids []landscape.ID, f landscape.Field, value func(at int) string,
) ([]landscape.Edit, error) {
	var all []landscape.Edit
	for at, id := range ids {
		edits, err := ws.Set(l, id, []workspace.Assignment{{Field: f, Values: []string{value(at)}}}, workspace.When{}, workspace.Source{})
		if err != nil {
			return nil, err
		}
		for _, e := range edits {
			if !e.Idle() {
				all = append(all, e)
			}
		}
	}
	return all, nil
}

// release lets an audience see the items of a meeting.
func (v *View) release(n *landscape.Node) {
	t, land := v.words.T, v.host.State().Land
	to := kit.NewOptions([]landscape.Audience{landscape.SoundingBoard, landscape.Steering, landscape.Public},
		func(a landscape.Audience) string { return prose.Capital(t("audience." + string(a))) }, nil)
	to.Set(readers(land, n))
	rows := kit.Rows(kit.Space2, kit.Body(t("board.release.text")), kit.Field(t("board.release.to"), to.Line(), ""))
	sheet := kit.NewSheet(v.host.Window(), t("board.release"), 520, rows,
		kit.SheetButton{Text: t("window.cancel")},
		kit.SheetButton{Text: t("board.release"), Primary: true, Do: func() { v.releaseTo(n, to.Value()) }})
	sheet.Show(nil)
}

func (v *View) releaseTo(n *landscape.Node, to landscape.Audience) {
	ws := v.host.Workspace()
	v.host.Change(workspace.Why{Meeting: n.ID}, func(l *landscape.Landscape) ([]landscape.Edit, error) {
		var ids []landscape.ID
		for _, item := range prose.Closed(l, n.ID, to) {
			ids = append(ids, item.ID)
		}
		return setEach(ws, l, ids, landscape.AudienceOf, func(int) string { return string(to) })
	}, nil)
}

// addItem puts a question, text or notice on the agenda.
func (v *View) addItem(n *landscape.Node) {
	t, s := v.words.T, v.host.State()
	name := kit.NewEntry(t("board.item.hint"))
	treatment := kit.NewChoice(landscape.Treatments, func(v string) string { return prose.Capital(t("treatment." + v)) }, nil)
	treatment.Set(landscape.ForDiscussion)
	about := kit.NewPicker(v.host.Window(), v.words, t("board.item.about.choose"),
		answers.Pickables(v.words, s.Land, nil, landscape.Bottleneck, landscape.Action, landscape.Initiative), nil)
	rows := kit.Rows(kit.Space2, kit.Field(t("board.item.name"), name, ""), kit.Field(t("board.field.treatment"), treatment.Select, ""),
		kit.Field(t("board.item.about"), about.Card, t("board.item.about.help")))
	var sheet *kit.Sheet
	record := func() {
		tabled := agenda.Tabled{Name: strings.TrimSpace(name.Text)}
		tabled.Treatment, _ = treatment.Value()
		if id, ok := about.Value(); ok {
			tabled.About = []landscape.ID{id}
		}
		if tabled.Name == "" {
			sheet.Fault(t("board.item.need"))
			return
		}
		sheet.Close()
		v.table(n, tabled)
	}
	sheet = kit.NewSheet(v.host.Window(), t("board.add-item"), 560, rows,
		kit.SheetButton{Text: t("window.cancel")},
		kit.SheetButton{Text: t("board.record"), Primary: true, Stays: true, Do: record})
	name.OnDone = sheet.Confirm
	sheet.Show(name)
}

func (v *View) table(n *landscape.Node, tabled agenda.Tabled) {
	act, why := v.host.Workspace().Deciding(nil, agenda.Move{}, workspace.Recording{Meeting: n.ID})
	why.DecidedBy = ""
	v.host.Change(why, func(l *landscape.Landscape) ([]landscape.Edit, error) {
		edits, _, err := agenda.Table(l, tabled, act)
		return edits, err
	}, nil)
}
