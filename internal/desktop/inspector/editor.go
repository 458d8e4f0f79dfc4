package inspector

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
	"snijvlak/internal/workspace"
)

// editor is a field being edited, in its place in the pane. What is behind
// "bron en datum" stays folded until one asks for it, or where a source is
// missing.
type editor struct {
	pane *Pane
	spec landscape.FieldSpec
	// row is where it stands: the field, or a value of it of another time.
	row     landscape.Field
	was     *landscape.Claim
	in      *input
	basis   *basisForm
	since   *kit.Options[bool] // whether the world changed
	from    *kit.DateEntry
	ofFrom  *fyne.Container
	start   *kit.DateEntry
	end     *kit.DateEntry
	ofSpan  *fyne.Container
	more    *fyne.Container
	unfold  *kit.QuietButton
	fault   *widget.Label
	content *fyne.Container
	// claims are those of the field when it was opened, overtaken says what
	// someone else has made of them since.
	claims    []landscape.Claim
	overtaken string
}

func newEditor(p *Pane, spec landscape.FieldSpec, row landscape.Field, was *landscape.Claim) *editor {
	e := &editor{pane: p, spec: spec, row: row, was: was}
	var claim landscape.Claim
	if was != nil {
		claim = *was
	}
	if n, ok := p.state.Land.Node(p.drawn.item); ok {
		e.claims = n.Claims(spec.Field)
	}
	e.in = newInput(p.words, p.state.Land, spec, claim.Values)
	e.fault = kit.Secondary("")
	e.fault.Importance = widget.DangerImportance
	e.fault.Hide()
	e.makeMore(claim)
	e.in.hook(e.key, e.save, e.saveAndGoOn, e.check)
	t := p.words.T
	hint := t("inspect.keys")
	if e.in.lines {
		hint = t("inspect.keys.lines")
	}
	rows := kit.Rows(kit.Space1, kit.Plain(kit.Strong(p.fieldName(spec.Field))), e.in.object, e.fault, kit.Secondary(hint))
	if e.more != nil {
		rows.Add(kit.Columns(0, e.unfold))
		rows.Add(e.more)
	}
	rows.Add(kit.Flow(kit.NewQuiet(t("window.cancel"), e.cancel), kit.NewQuiet(t("inspect.save"), e.save)))
	e.content = kit.Rows(0, kit.NewCard(rows))
	return e
}

// makeMore makes what is asked of a fact beside its value; nothing of a field
// that states nothing about the world.
func (e *editor) makeMore(claim landscape.Claim) {
	w := e.pane.words
	e.unfold = kit.NewQuiet(w.T("inspect.more-fields"), e.toggle)
	if e.spec.Field == landscape.AudienceOf {
		return
	}
	rows := kit.Rows(kit.Space2)
	if e.was != nil && !e.former() {
		e.since = kit.NewOptions([]bool{false, true}, func(world bool) string {
			if world {
				return w.T("inspect.world")
			}
			return w.T("inspect.correction")
		}, func(bool) { e.turned() })
		e.since.OnKey = e.key
		rows.Add(kit.Field(w.T("inspect.since-when"), e.since.Line(), ""))
	}
	e.from = kit.NewDateEntry(w, e.pane.state.Today)
	e.start, e.end = kit.NewDateEntry(w, claim.Start), kit.NewDateEntry(w, claim.End)
	for _, d := range []*kit.DateEntry{e.from, e.start, e.end} {
		d.OnKey, d.OnDone, d.OnChanged = e.key, e.save, func(string) { e.check() }
	}
	e.ofFrom = kit.Rows(0, kit.Field(w.T("inspect.from"), e.from, ""))
	e.ofFrom.Hide()
	e.ofSpan = kit.Rows(kit.Space1, kit.Field(w.T("inspect.start"), e.start, ""), kit.Field(w.T("inspect.end"), e.end, ""))
	rows.Add(e.ofFrom)
	rows.Add(e.ofSpan)
	if !e.spec.Clerical {
		e.basis = newBasisForm(e.pane.host, claim.Basis, e.check)
		e.basis.section.OnKey, e.basis.section.OnDone = e.key, e.save
		e.basis.certainty.OnKey = e.key
		rows.Add(e.basis.content)
	}
	e.more = rows
	if !e.former() && (e.spec.Clerical || claim.Sourced()) {
		e.more.Hide()
	}
}

// former says whether it edits a value of another time, of which the period is
// what matters.
func (e *editor) former() bool { return e.row != e.spec.Field }

func (e *editor) focus() {
	e.pane.focus(e.in.first)
	e.pane.reveal(e.content)
	if f, ok := e.in.first.(interface{ DoubleTapped(*fyne.PointEvent) }); ok && e.spec.Form == landscape.NumberForm {
		f.DoubleTapped(&fyne.PointEvent{})
	}
}

// key is for the keys that mean something in every part of the editor.
func (e *editor) key(key *fyne.KeyEvent) bool {
	switch key.Name {
	case fyne.KeyEscape:
		e.cancel()
	case fyne.KeyF2:
		e.toggle()
	default:
		return false
	}
	return true
}

// toggle opens or folds what is asked beside the value.
func (e *editor) toggle() {
	if e.more == nil {
		return
	}
	e.more.Hidden = !e.more.Hidden
	e.pane.scroll.Refresh()
	if e.more.Hidden {
		e.focus()
	} else if e.since != nil {
		e.pane.focus(e.since.Field())
	}
	e.pane.reveal(e.more)
}

// turned follows the answer on since when it is so: what changed in the world
// is not known from the old source.
func (e *editor) turned() {
	world := e.since.Value()
	e.ofFrom.Hidden, e.ofSpan.Hidden = !world, world
	if world && e.basis != nil {
		e.basis.clear()
	}
	e.pane.scroll.Refresh()
	e.check()
}

func (e *editor) world() bool { return e.since != nil && e.since.Value() }

// read gives the change as it was filled in, or what is wrong as a sentence.
func (e *editor) read() (change, string) {
	values, fault := e.in.read()
	c := change{node: e.pane.shown.Node.ID, field: e.spec.Field, was: e.was, now: landscape.Claim{Values: values}}
	if fault != "" || e.more == nil {
		return c, fault
	}
	var err error
	if e.world() {
		if c.from, err = e.from.Date(); err != nil {
			return c, err.Error()
		}
		if !c.from.Known() {
			return c, e.pane.words.T("inspect.from.need")
		}
		c.from = c.from.First()
	} else {
		if c.now.Start, err = e.start.Date(); err == nil {
			c.now.End, err = e.end.Date()
		}
		if err != nil {
			return c, err.Error()
		}
	}
	if c.now.Backward() {
		return c, e.pane.words.T("inspect.backward")
	}
	if e.basis != nil {
		c.now.Basis = e.basis.read()
	}
	return c, ""
}

// check says at once what is wrong.
func (e *editor) check() {
	_, fault := e.read()
	if fault == "" && e.hasBSN() {
		fault = e.pane.words.T("window.error.bsn")
	}
	if fault == "" {
		fault = e.overtaken
	}
	e.tell(fault)
}

// follow says it where someone else changed the field that is being edited.
func (e *editor) follow() {
	p := e.pane
	n, ok := p.state.Land.Node(p.drawn.item)
	if !ok || slices.EqualFunc(e.claims, n.Claims(e.spec.Field), same) {
		return
	}
	now := p.words.T("inspect.nothing")
	if values := n.All(e.spec.Field); len(values) > 0 {
		now = valuesText(p.words, p.name, e.spec, values)
	}
	e.overtaken = p.words.T("inspect.overtaken", "Text", now)
	e.check()
}

func (e *editor) hasBSN() bool {
	values, _ := e.in.read()
	return slices.ContainsFunc(values, landscape.HasBSN)
}

func (e *editor) tell(fault string) {
	e.fault.SetText(fault)
	if e.fault.Hidden != (fault == "") {
		e.fault.Hidden = fault == ""
		e.pane.scroll.Refresh()
	}
}

// changed says whether there is anything to save.
func (e *editor) changed() bool {
	c, fault := e.read()
	switch {
	case fault != "":
		return true
	case e.was == nil:
		return len(c.now.Values) > 0
	case c.from.Known():
		return true
	}
	if e.spec.Clerical {
		c.now.Basis = e.was.Basis
	}
	if e.basis != nil && !e.was.Sourced() && slices.Equal(c.now.Values, e.was.Values) && c.now.Period == e.was.Period {
		return e.more.Visible() && (c.now.Certainty != e.was.Certainty || e.document())
	}
	return !same(c.now, *e.was)
}

// document says whether a source was picked.
func (e *editor) document() bool {
	_, picked := e.basis.document.Value()
	return picked
}

func (e *editor) cancel() { e.pane.end(e.row) }

// save makes the change at once, and leaves.
func (e *editor) save() { e.saveThen(func() { e.pane.focusField(e.row) }) }

// saveAndGoOn saves and edits the next field. While more is asked, Tab goes
// through that.
func (e *editor) saveAndGoOn() {
	if e.more != nil && e.more.Visible() {
		c := e.pane.host.Window().Canvas()
		c.FocusNext()
		return
	}
	p := e.pane
	next, ok := p.next(e.row)
	e.saveThen(func() {
		if ok {
			p.begin(next)
		}
	})
}

func (e *editor) saveThen(then func()) {
	c, fault := e.read()
	if fault != "" {
		e.tell(fault)
		return
	}
	p := e.pane
	if !e.changed() {
		p.end(e.row)
		then()
		return
	}
	item := p.drawn.item
	p.host.Change(workspace.Why{}, c.edits, func(workspace.JournalEntry) {
		if p.drawn.item != item {
			return
		}
		p.end(e.row)
		then()
	})
}
