package inspector

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"snijvlak/internal/desktop/answers"
	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
	"snijvlak/internal/prose"
	"snijvlak/internal/workspace"
)

// way is a relation that an item can have: its kind, and whether the item is
// where it ends.
type way struct {
	link landscape.Link
	back bool
	// other are the types at the other end.
	other string
}

func (w way) types() []landscape.Type {
	var all []landscape.Type
	for _, t := range strings.Fields(w.other) {
		all = append(all, landscape.Type(t))
	}
	return all
}

func (w way) key() string {
	if w.back {
		return "back." + string(w.link)
	}
	return "link." + string(w.link)
}

// ways gives the relations that one can add to an item of a type. Those that
// follow from a move on the agenda are not among them.
func ways(t landscape.Type) []way {
	var all []way
	for _, s := range landscape.Links {
		if decided(s.Link) {
			continue
		}
		if slices.Contains(s.From, t) {
			all = append(all, way{s.Link, false, spaced(s.To)})
		}
		if slices.Contains(s.To, t) && !s.Symmetric {
			all = append(all, way{s.Link, true, spaced(s.From)})
		}
	}
	return all
}

func spaced(types []landscape.Type) string {
	var names []string
	for _, t := range types {
		names = append(names, string(t))
	}
	return strings.Join(names, " ")
}

// relating is the dialog in which a relation is made or corrected.
type relating struct {
	pane  *Pane
	was   *landscape.Relation
	way   *kit.Choice[way]
	other *kit.Picker[landscape.ID]
	slot  *fyne.Container // where the picker stands: it follows the kind
	fresh *fyne.Container
	sheet *kit.Sheet

	extent, rest, reason *kit.Entry
	grade                *kit.Choice[string]
	justified            *kit.Check
	since                *kit.Options[bool]
	start, end           *kit.DateEntry
	audience             *kit.Choice[landscape.Audience]
	basis                *basisForm
	ofPart, ofJudgement  *fyne.Container
}

// relate asks for a new relation of the item.
func (p *Pane) relate() {
	all := ways(p.shown.Node.Type)
	if len(all) == 0 {
		p.host.Notice(p.words.T("inspect.relate.none"))
		return
	}
	r := &relating{pane: p}
	t := p.words.T
	r.way = kit.NewChoice(all, func(w way) string { return capital(t(w.key())) }, func(way) { r.follow() })
	r.way.Set(all[0])
	r.slot, r.fresh = kit.Rows(0), kit.Rows(0)
	rows := kit.Rows(kit.Space2, kit.Body(p.shown.Node.Name()), kit.Field(t("inspect.relate.kind"), r.way.Select, ""),
		kit.Field(t("inspect.relate.other"), r.slot, ""), r.fresh)
	r.show(t("inspect.relate"), rows, landscape.Relation{})
	r.follow()
	r.sheet.Show(r.way.Select)
}

// editRelation corrects a relation, or says what changed in the world.
func (p *Pane) editRelation(was landscape.Relation) {
	if p.state.Reads() || decided(was.Link) {
		p.tellBasis(was)
		return
	}
	r := &relating{pane: p, was: &was}
	rows := kit.Rows(kit.Space2, kit.Body(prose.Sentence(prose.Joined(p.words, was, p.name))))
	r.show(p.words.T("inspect.relation.edit"), rows, was)
	r.sheet.Show(nil)
}

// show makes the sheet with the fields that relations have.
func (r *relating) show(title string, rows *fyne.Container, v landscape.Relation) {
	w := r.pane.words
	t := w.T
	r.extent, r.rest, r.reason = kit.NewEntry(t("inspect.extent.hint")), kit.NewEntry(""), kit.NewArea("", 2)
	r.extent.SetText(v.Extent)
	r.rest.SetText(v.Remainder)
	r.reason.SetText(v.Reason)
	r.grade = kit.NewChoice(landscape.Grades, func(g string) string { return t("grade." + g) }, nil)
	r.grade.Set(v.Grade)
	r.justified = kit.NewCheck(t("detail.justified"), nil)
	r.justified.Checked = v.Justified
	r.start, r.end = kit.NewDateEntry(w, v.Start), kit.NewDateEntry(w, v.End)
	r.audience = kit.NewChoice(landscape.Audiences, func(a landscape.Audience) string { return capital(t("audience." + string(a))) }, nil)
	r.audience.Set(landscape.Public)
	if v.Audience != "" {
		r.audience.Set(v.Audience)
	}
	r.basis = newBasisForm(r.pane.host, v.Basis, nil)
	r.ofPart = kit.Rows(kit.Space2, kit.Field(capital(t("detail.extent")), r.extent, ""), kit.Field(capital(t("detail.remainder")), r.rest, ""))
	r.ofJudgement = kit.Rows(kit.Space2, kit.Field(capital(t("detail.grade")), r.grade.Select, ""), r.justified,
		kit.Field(capital(t("detail.why")), r.reason, ""))
	rows.Add(r.ofPart)
	rows.Add(r.ofJudgement)
	if r.was != nil {
		r.since = kit.NewOptions([]bool{false, true}, func(world bool) string {
			if world {
				return t("inspect.world")
			}
			return t("inspect.correction")
		}, nil)
		rows.Add(kit.Field(t("inspect.since-when"), r.since.Line(), t("inspect.since-when.help")))
	}
	rows.Add(kit.Field(t("inspect.start"), r.start, ""))
	rows.Add(kit.Field(t("inspect.end"), r.end, ""))
	rows.Add(kit.Field(capital(t("field.audience")), r.audience.Select, ""))
	rows.Add(r.basis.content)
	r.sheet = kit.NewSheet(r.pane.host.Window(), title, 560, rows,
		kit.SheetButton{Text: t("window.cancel")},
		kit.SheetButton{Text: t("inspect.save"), Primary: true, Stays: true, Do: r.save})
	r.parts(v.Link)
}

// parts shows the fields that the kind of relation has.
func (r *relating) parts(link landscape.Link) {
	r.ofPart.Hidden = link != landscape.Owns
	r.ofJudgement.Hidden = link != landscape.Overlaps && link != landscape.NotSame
}

// follow shows what the kind of relation asks: whom, and which fields.
func (r *relating) follow() {
	chosen, ok := r.way.Value()
	if !ok {
		return
	}
	p := r.pane
	own := p.shown.Node.ID
	r.other = kit.NewPicker(p.host.Window(), p.words, p.words.T("inspect.relate.choose"),
		answers.Pickables(p.words, p.state.Land, func(n *landscape.Node) bool { return n.ID != own }, chosen.types()...), nil)
	r.slot.Objects = []fyne.CanvasObject{r.other.Card}
	r.fresh.Objects = nil
	buttons := kit.Flow()
	for _, t := range chosen.types() {
		if slices.Contains(creatable, t) {
			buttons.Add(kit.NewQuiet(p.words.T("inspect.new."+string(t)), func() { r.fromNew(t) }))
		}
	}
	if len(buttons.Objects) > 0 {
		r.fresh.Add(buttons)
	}
	if chosen.link == landscape.Overlaps || chosen.link == landscape.NotSame {
		r.audience.Set(landscape.Secretariat)
	}
	r.parts(chosen.link)
	r.slot.Refresh()
	r.sheet.Fit()
}

// fromNew makes the other end first, and then picks it.
func (r *relating) fromNew(t landscape.Type) {
	NewItem(r.pane.host, t, func(e workspace.JournalEntry) {
		made := answers.Made(e, t)
		r.follow()
		r.other.Set(made)
	})
}

// read gives the change, or what is missing as a sentence.
func (r *relating) read() (relink, string) {
	t := r.pane.words.T
	now := landscape.Relation{}
	if r.was != nil {
		now = *r.was
	} else {
		chosen, _ := r.way.Value()
		other, picked := r.other.Value()
		if !picked {
			return relink{}, t("inspect.relate.need")
		}
		now.From, now.Link, now.To = r.pane.shown.Node.ID, chosen.link, other
		if chosen.back {
			now.From, now.To = other, r.pane.shown.Node.ID
		}
	}
	start, err := r.start.Date()
	if err != nil {
		return relink{}, err.Error()
	}
	end, err := r.end.Date()
	if err != nil {
		return relink{}, err.Error()
	}
	c := relink{was: r.was, now: &now}
	now.Period = landscape.Period{Start: start, End: end}
	if r.since != nil && r.since.Value() {
		if !start.Known() || start == r.was.Start {
			return relink{}, t("inspect.from.need")
		}
		c.from = start.First()
	}
	r.details(&now)
	switch {
	case now.Backward():
		return relink{}, t("inspect.backward")
	case now.Link == landscape.NotSame && now.Reason == "":
		return relink{}, t("inspect.reason.need")
	}
	return c, ""
}

// details takes over the fields that the kind has.
func (r *relating) details(now *landscape.Relation) {
	if !r.ofPart.Hidden {
		now.Extent, now.Remainder = strings.TrimSpace(r.extent.Text), strings.TrimSpace(r.rest.Text)
	}
	if !r.ofJudgement.Hidden {
		now.Reason = strings.TrimSpace(r.reason.Text)
		if now.Link == landscape.Overlaps {
			now.Grade, _ = r.grade.Value()
			now.Justified = r.justified.Checked
		}
	}
	now.Audience, _ = r.audience.Value()
	if now.Audience == landscape.Public {
		now.Audience = ""
	}
	now.Basis = r.basis.read()
}

func (r *relating) save() {
	c, fault := r.read()
	if fault != "" {
		r.sheet.Fault(fault)
		return
	}
	if r.was == nil && r.pane.state.Land.Record(c.now.Normal().Key()) != nil {
		r.sheet.Fault(r.pane.words.T("inspect.relate.there"))
		return
	}
	r.sheet.Close()
	r.pane.host.Change(workspace.Why{}, c.edits, nil)
}

// endRelation asks on which day a relation ended.
func (p *Pane) endRelation(was landscape.Relation) {
	t := p.words.T
	day := kit.NewDateEntry(p.words, p.state.Today)
	var sheet *kit.Sheet
	sheet = kit.NewSheet(p.host.Window(), t("inspect.relation.end"), 480,
		kit.Rows(kit.Space2, kit.Body(prose.Sentence(prose.Joined(p.words, was, p.name))), kit.Field(t("inspect.last-day"), day, "")),
		kit.SheetButton{Text: t("window.cancel")},
		kit.SheetButton{Text: t("inspect.end-do"), Primary: true, Stays: true, Do: func() {
			on, err := day.Date()
			now := was
			now.End = on
			switch {
			case err != nil:
				sheet.Fault(err.Error())
			case !on.Known():
				sheet.Fault(t("inspect.from.need"))
			case now.Backward():
				sheet.Fault(t("inspect.backward"))
			default:
				sheet.Close()
				p.host.Change(workspace.Why{}, relink{was: &was, now: &now}.edits, nil)
			}
		}})
	day.OnDone = sheet.Confirm
	sheet.Show(day)
}

// unlink takes a relation away; undo brings it back.
func (p *Pane) unlink(was landscape.Relation) {
	p.host.Change(workspace.Why{}, relink{was: &was}.edits, nil)
}
