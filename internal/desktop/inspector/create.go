package inspector

import (
	"strings"

	"fyne.io/fyne/v2"

	"snijvlak/internal/desktop/answers"
	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
	"snijvlak/internal/workspace"
)

// creatable are the types that one can make anew from the menu.
var creatable = []landscape.Type{
	landscape.Initiative, landscape.Bottleneck, landscape.Action, landscape.Organisation,
	landscape.Document, landscape.Meeting,
}

// asked are the fields that the dialog for a new item asks beside its name; the
// rest follows in the inspector.
var asked = map[landscape.Type][]landscape.Field{
	landscape.Initiative:   {landscape.KindOf, landscape.Goal, landscape.TargetGroup, landscape.Start, landscape.End, landscape.OnOverview},
	landscape.Organisation: {landscape.Short, landscape.ActorGroup},
	landscape.Document:     {landscape.DateOn, landscape.Publisher, landscape.URL},
	landscape.Meeting:      {landscape.HeldBy, landscape.DateOn},
}

// usual are the values with which a new item begins: what a person adds is to
// be seen on the overview.
var usual = map[landscape.Field][]string{landscape.OnOverview: {"true"}}

// NewItem asks what a new item of a type needs, and makes it. Done is given the
// new entry; it may be nil.
func NewItem(host kit.Host, t landscape.Type, done func(workspace.JournalEntry)) {
	switch t {
	case landscape.Bottleneck:
		answers.AddBottleneck(host, "", done)
	case landscape.Action:
		answers.AddAction(host, "", answers.Subject{}, done)
	default:
		(&creating{host: host, typ: t, done: done}).ask()
	}
}

// selectMade selects what an entry made.
func (p *Pane) selectMade(t landscape.Type) func(workspace.JournalEntry) {
	return func(e workspace.JournalEntry) {
		if id := answers.Made(e, t); id != "" {
			p.host.Select(id)
		}
	}
}

// creating is the dialog.
type creating struct {
	host  kit.Host
	typ   landscape.Type
	done  func(workspace.JournalEntry)
	name  *kit.Entry
	asks  []asking
	theme map[landscape.ID]*kit.Check
	basis *basisForm
	sheet *kit.Sheet
}

type asking struct {
	spec landscape.FieldSpec
	in   *input
}

func (c *creating) ask() {
	w, land := c.host.State().Words, c.host.State().Land
	t := w.T
	c.name = kit.NewArea(t("inspect.new.hint."+string(c.typ)), 1)
	rows := kit.Rows(kit.Space2, kit.Field(capital(t("field.name")), c.name, ""))
	for _, f := range asked[c.typ] {
		spec, err := landscape.FieldSpecOf(c.typ, f)
		if err != nil {
			continue
		}
		in := newAsked(w, land, spec, usual[f])
		c.asks = append(c.asks, asking{spec, in})
		rows.Add(kit.Field(capital(w.Or("field", string(f))), in.object, ""))
	}
	if c.typ == landscape.Initiative {
		c.theme = map[landscape.ID]*kit.Check{}
		checks := kit.Rows(0)
		for _, n := range land.Nodes(landscape.Theme) {
			c.theme[n.ID] = kit.NewCheck(t("answers.theme", "Number", n.Number(), "Name", n.Name()), nil)
			checks.Add(c.theme[n.ID])
		}
		rows.Add(kit.Field(capital(t("link.addresses")), checks, ""))
	}
	if c.typ != landscape.Document && c.typ != landscape.Meeting {
		c.basis = newBasisForm(c.host, landscape.Basis{}, nil)
		rows.Add(c.basis.content)
	}
	c.sheet = kit.NewSheet(c.host.Window(), t("inspect.new."+string(c.typ)), 560, rows,
		kit.SheetButton{Text: t("window.cancel")},
		kit.SheetButton{Text: t("inspect.make"), Primary: true, Stays: true, Do: c.save})
	done := c.sheet.Confirm
	c.name.OnDone = done
	for _, a := range c.asks {
		a.in.hook(func(*fyne.KeyEvent) bool { return false }, done, nil, func() {})
	}
	c.sheet.Show(c.name)
}

// read gives the new item, or what is missing as a sentence.
func (c *creating) read() (workspace.Added, string) {
	w := c.host.State().Words
	added := workspace.Added{Type: c.typ, Fields: map[landscape.Field][]string{}}
	name := strings.Join(strings.Fields(c.name.Text), " ")
	if name == "" {
		return added, w.T("inspect.wrong.name")
	}
	added.Fields[landscape.Name] = []string{name}
	for _, a := range c.asks {
		values, fault := a.in.read()
		if fault != "" {
			return added, fault
		}
		if len(values) > 0 {
			added.Fields[a.spec.Field] = values
		}
	}
	for _, n := range c.host.State().Land.Nodes(landscape.Theme) {
		if check := c.theme[n.ID]; check != nil && check.Checked {
			added.Relations = append(added.Relations, landscape.Relation{Link: landscape.Addresses, To: n.ID})
		}
	}
	return added, c.needs(added)
}

// needs says what an item of the type cannot do without.
func (c *creating) needs(a workspace.Added) string {
	t := c.host.State().Words.T
	switch {
	case c.typ == landscape.Initiative && len(a.Fields[landscape.KindOf]) == 0:
		return t("inspect.need.kind")
	case c.typ == landscape.Meeting && len(a.Fields[landscape.HeldBy]) == 0:
		return t("inspect.need.body")
	case c.typ == landscape.Meeting && len(a.Fields[landscape.DateOn]) == 0:
		return t("inspect.need.date")
	}
	return ""
}

func (c *creating) save() {
	added, fault := c.read()
	if fault != "" {
		c.sheet.Fault(fault)
		return
	}
	basis := landscape.Basis{}
	if c.basis != nil {
		basis = c.basis.read()
	}
	c.sheet.Close()
	ws := c.host.Workspace()
	c.host.Change(workspace.Why{}, func(l *landscape.Landscape) ([]landscape.Edit, error) {
		edits, _, err := ws.Add(l, added)
		return based(edits, basis), err
	}, c.done)
}

// based gives new records the basis that a person filled in, where they have
// one at all.
func based(edits []landscape.Edit, b landscape.Basis) []landscape.Edit {
	if len(b.Evidence) == 0 {
		return edits
	}
	for i, e := range edits {
		switch {
		case e.After.Relation != nil:
			next := *e.After.Relation
			next.Basis = b
			edits[i].After = &landscape.Record{Relation: &next}
		case e.After.Node != nil:
			edits[i].After = &landscape.Record{Node: basedNode(e.After.Node, b)}
		}
	}
	return edits
}

func basedNode(n *landscape.Node, b landscape.Basis) *landscape.Node {
	for _, spec := range landscape.FieldsOf(n.Type) {
		if c, ok := n.Claim(spec.Field); ok && !spec.Clerical {
			c.Basis = b
			n = n.With(spec.Field, c)
		}
	}
	return n
}
