package inspector

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"

	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
)

// spell is a fact about the item that does not hold on the day shown: a value
// of a field, or a relation.
type spell struct {
	spec     landscape.FieldSpec
	claim    landscape.Claim
	relation *landscape.Relation
}

func (s spell) period() landscape.Period {
	if s.relation != nil {
		return s.relation.Period
	}
	return s.claim.Period
}

// spells gives what was so before the day shown, the newest first, and what
// will be so after it.
func spells(l, seen *landscape.Landscape, id landscape.ID, day landscape.Date) (earlier, later []spell) {
	n, ok := l.Node(id)
	now, there := seen.Node(id)
	if !ok || !there {
		return nil, nil
	}
	sort := func(s spell) {
		if start := s.period().Start; start.Known() && day.Before(start.First()) {
			later = append(later, s)
			return
		}
		earlier = append(earlier, s)
	}
	for _, spec := range landscape.FieldsOf(n.Type) {
		current, holds := now.Claim(spec.Field)
		for _, c := range n.Claims(spec.Field) {
			if len(c.Values) > 0 && !(holds && same(c, current)) {
				sort(spell{spec: spec, claim: c})
			}
		}
	}
	for _, r := range append(slices.Clone(l.Out(id)), l.In(id)...) {
		if !r.Holds(day) {
			sort(spell{relation: &r})
		}
	}
	slices.SortStableFunc(earlier, func(a, b spell) int { return order(b.period().End, a.period().End) })
	slices.SortStableFunc(later, func(a, b spell) int { return order(a.period().Start, b.period().Start) })
	return earlier, later
}

func order(a, b landscape.Date) int {
	switch {
	case a.Before(b):
		return -1
	case b.Before(a):
		return 1
	}
	return 0
}

// drawOther shows what is not so now, but was or will be.
func (p *Pane) drawOther() {
	earlier, later := spells(p.state.Land, p.state.Seen, p.drawn.item, p.state.Day)
	p.spells("inspect.later", later)
	p.spells("inspect.earlier", earlier)
}

func (p *Pane) spells(key string, all []spell) {
	if len(all) == 0 {
		return
	}
	p.fold(key, p.count(key, len(all)), len(all) <= mostOpen, func() {
		for i, s := range all {
			if s.relation != nil {
				p.spellOf(*s.relation)
				continue
			}
			p.formerly(landscape.Field(fmt.Sprint(key, i)), s)
		}
	})
}

// spellOf is a relation of another time, with its kind.
func (p *Pane) spellOf(r landscape.Relation) {
	key := "link." + string(r.Link)
	if r.To == p.shown.Node.ID {
		if back := "back." + string(r.Link); p.words.Has(back) {
			key = back
		}
	}
	p.item(r.Other(p.shown.Node.ID), join(capital(p.words.T(key)), details(p.words, r)), &r)
}

// formerly is a value of another time; it is edited in its place as well.
func (p *Pane) formerly(row landscape.Field, s spell) {
	if e := p.editing; e != nil && e.row == row {
		p.rows.Add(e.content)
		return
	}
	head := join(p.fieldName(s.spec.Field), note(p.words, s.spec, s.claim))
	text := kit.Rows(0, kit.Secondary(head), kit.Body(valuesText(p.words, p.name, s.spec, s.claim.Values)))
	if p.told == row {
		text.Add(kit.Secondary(basisText(p.words, p.name, s.claim.Basis)))
	}
	edit := func() { p.beginFormer(row, s) }
	card := p.row(kit.Tight(text))
	card.OnTapped = edit
	card.OnKey = func(key *fyne.KeyEvent) bool {
		if key.Name == fyne.KeyF2 {
			edit()
		}
		return key.Name == fyne.KeyF2
	}
	p.fields = append(p.fields, fieldRow{row, card})
	p.rows.Add(card)
}

// beginFormer edits a value of another time.
func (p *Pane) beginFormer(row landscape.Field, s spell) {
	if p.state.Reads() || derived(p.shown.Node.Type, s.spec.Field) {
		p.tellAt(row)
		return
	}
	p.edit(newEditor(p, s.spec, row, &s.claim))
}
