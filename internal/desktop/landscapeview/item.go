package landscapeview

import (
	"slices"
	"strings"

	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
	"snijvlak/internal/words"
)

// item is a box of the map and a row of the table: what one filters, sorts and
// reads of it.
type item struct {
	node *landscape.Node
	// kind is what it is, in a word.
	kind string
	// themes are the numbers of its themes, in order; inferred those that are
	// our reading.
	themes   []int
	inferred map[int]bool
	// ambition says that it belongs to an ambition.
	ambition bool
	// status is the key of a word: "status.running", "state.owned",
	// "list.stock"; runs is the same in words, with its date.
	status, runs string
	// leads is who leads it, or for a bottleneck where it lies.
	leads string
	// owned counts the bottlenecks that lie here, sources the documents that
	// tell of it.
	owned, sources int
	// with are the organisations that take part, led those that lead.
	with, led map[landscape.ID]bool
	// sortName and sortLeads are the name and leads as they are sorted, folded
	// everything that is searched.
	sortName, sortLeads, folded string
}

func (it item) id() landscape.ID { return it.node.ID }

// items describes nodes of a landscape as of a day, in their order.
func items(w *words.Words, l *landscape.Landscape, day landscape.Date, ids []landscape.ID) []item {
	d := describer{w, l, day}
	var all []item
	for _, id := range ids {
		if n, ok := l.Node(id); ok && !isFrame(n) {
			all = append(all, d.item(n))
		}
	}
	return all
}

// isFrame says that a box is no item but what the items are shown against.
func isFrame(n *landscape.Node) bool {
	return n.Type == landscape.Theme || n.Type == landscape.Ambition || n.Type == landscape.Body
}

// describer makes items.
type describer struct {
	w   *words.Words
	l   *landscape.Landscape
	day landscape.Date
}

func (d describer) item(n *landscape.Node) item {
	it := item{
		node: n, kind: kit.KindText(d.w, n), inferred: map[int]bool{},
		with: map[landscape.ID]bool{}, led: map[landscape.ID]bool{}, sources: len(d.documents(n)),
	}
	switch n.Type {
	case landscape.Initiative:
		d.initiative(&it)
	case landscape.Bottleneck:
		d.bottleneck(&it)
	case landscape.Action:
		d.action(&it)
	case landscape.Organisation:
		d.organisation(&it)
	}
	slices.Sort(it.themes)
	it.sortName, it.sortLeads = kit.Folded(n.Name()), kit.Folded(it.leads)
	it.folded = kit.Folded(strings.Join(append([]string{
		n.Name(), n.Get(landscape.Short), it.kind, it.leads, it.runs, n.Get(landscape.Goal), n.Get(landscape.TargetGroup),
	}, append(n.All(landscape.Alias), n.All(landscape.Keywords)...)...), "\n"))
	return it
}

func (d describer) initiative(it *item) {
	id := it.id()
	it.status = "status." + string(landscape.StatusOf(it.node, d.day))
	it.runs = kit.StatusText(d.w, it.node, d.day)
	d.addThemes(it, d.l.Out(id, landscape.Addresses))
	for _, r := range d.l.In(id, landscape.TakesPartIn, landscape.Commissions) {
		it.with[r.From] = true
	}
	it.leads = d.leaders(it)
	for _, r := range d.l.Out(id, landscape.Owns) {
		if r.Certainty != landscape.Inferred {
			it.owned++
		}
	}
}

func (d describer) bottleneck(it *item) {
	o := d.l.OwnershipOf(it.id(), d.day)
	it.status = "state." + string(o.State)
	it.runs = d.w.T(it.status)
	d.addThemes(it, d.l.Out(it.id(), landscape.BelongsTo))
	it.leads = names(append(slices.Clone(o.Owners), o.Ended...))
	for _, owner := range o.Owners { // who sits at its table sits here
		for _, r := range d.l.In(owner.ID, landscape.TakesPartIn, landscape.Leads) {
			it.with[r.From] = true
		}
	}
}

func (d describer) action(it *item) {
	if list := it.node.Get(landscape.List); list != "" {
		it.status = "list." + list
		it.runs = d.w.T(it.status)
	}
	for _, r := range d.l.Out(it.id(), landscape.Resolves) {
		d.addThemes(it, d.l.Out(r.To, landscape.BelongsTo))
	}
	for _, r := range d.l.In(it.id(), landscape.Joins) {
		it.with[r.From] = true
	}
	it.leads = d.leaders(it)
}

// organisation has the themes of what it takes part in or leads.
func (d describer) organisation(it *item) {
	it.with[it.id()] = true
	for _, r := range d.l.Out(it.id(), landscape.TakesPartIn, landscape.Leads) {
		d.addThemes(it, d.l.Out(r.To, landscape.Addresses))
	}
	if group := it.node.Get(landscape.ActorGroup); group != "" {
		it.runs = d.w.Or("actor-group", group)
	}
}

// leaders names who leads an item.
func (d describer) leaders(it *item) string {
	var leaders []*landscape.Node
	for _, r := range d.l.In(it.id(), landscape.Leads) {
		it.with[r.From], it.led[r.From] = true, true
		if n, ok := d.l.Node(r.From); ok {
			leaders = append(leaders, n)
		}
	}
	return names(leaders)
}

func (d describer) addThemes(it *item, relations []landscape.Relation) {
	for _, r := range relations {
		of, ok := d.l.Node(r.To)
		switch {
		case !ok:
		case of.Type == landscape.Ambition:
			it.ambition = true
		case of.Type == landscape.Theme && !slices.Contains(it.themes, of.Number()):
			it.themes = append(it.themes, of.Number())
			it.inferred[of.Number()] = r.Certainty == landscape.Inferred
		}
	}
}

// documents are the sources that tell of a node, or of what it is joined to.
func (d describer) documents(n *landscape.Node) map[landscape.ID]bool {
	found := map[landscape.ID]bool{}
	add := func(b landscape.Basis) {
		for _, e := range b.Evidence {
			if e.Document != "" {
				found[e.Document] = true
			}
		}
	}
	for _, spec := range landscape.FieldsOf(n.Type) {
		for _, c := range n.Claims(spec.Field) {
			add(c.Basis)
		}
	}
	for _, r := range append(d.l.Out(n.ID), d.l.In(n.ID)...) {
		add(r.Basis)
		if r.Link == landscape.Lists {
			found[r.From] = true
		}
	}
	return found
}

// names are the short names of nodes, each once.
func names(nodes []*landscape.Node) string {
	var all []string
	for _, n := range nodes {
		if !slices.Contains(all, n.ShortName()) {
			all = append(all, n.ShortName())
		}
	}
	return strings.Join(all, ", ")
}
