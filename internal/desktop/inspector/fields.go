package inspector

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
)

// editKey begins editing; a row of the pane also takes Enter.
var editKey fyne.Shortcut = &desktop.CustomShortcut{KeyName: fyne.KeyF2}

// drawFields shows the fields that say something, and offers the others.
func (p *Pane) drawFields() {
	n := p.shown.Node
	var empty []landscape.FieldSpec
	for _, spec := range landscape.FieldsOf(n.Type) {
		claim, ok := n.Claim(spec.Field)
		switch {
		case spec.Field == landscape.Name:
		case p.edits(spec.Field):
			p.rows.Add(p.editing.content)
		case ok && long(spec, claim):
			key := "field." + string(spec.Field)
			p.fold(key, p.count(key, len(claim.Values)), false, func() { p.addField(spec, p.fact(spec, claim)) })
		case ok && len(claim.Values) > 0:
			p.addField(spec, p.fact(spec, claim))
		case !derived(n.Type, spec.Field):
			empty = append(empty, spec)
		}
	}
	p.offer(empty)
}

// longText is from how many letters on a list is folded, so that what follows
// stays in sight.
const longText = 140

func long(spec landscape.FieldSpec, c landscape.Claim) bool {
	return spec.Form == landscape.ListForm && len(strings.Join(c.Values, "  ")) > longText
}

func (p *Pane) edits(f landscape.Field) bool { return p.editing != nil && p.editing.row == f }

// fact is a field with its name above and its value.
func (p *Pane) fact(spec landscape.FieldSpec, c landscape.Claim) fyne.CanvasObject {
	head := p.fieldName(spec.Field)
	if more := note(p.words, spec, c); more != "" {
		head += " · " + more
	}
	rows := kit.Rows(0, kit.Secondary(head), kit.Body(valuesText(p.words, p.name, spec, c.Values)))
	if p.told == spec.Field {
		if spec.Clerical {
			rows.Add(kit.Secondary(p.words.T("inspect.clerical")))
		} else {
			rows.Add(kit.Secondary(basisText(p.words, p.name, c.Basis)))
		}
		if derived(p.shown.Node.Type, spec.Field) {
			rows.Add(kit.Secondary(p.words.T("inspect.derived")))
		}
	}
	return kit.Tight(rows)
}

func (p *Pane) fieldName(f landscape.Field) string { return capital(p.words.Or("field", string(f))) }

// addField puts a field in a row that one can edit, or, where that cannot be,
// ask for its source.
func (p *Pane) addField(spec landscape.FieldSpec, content fyne.CanvasObject) {
	if p.edits(spec.Field) {
		p.rows.Add(p.editing.content)
		return
	}
	card := p.row(content)
	card.OnTapped = func() { p.begin(spec.Field) }
	card.OnKey = func(key *fyne.KeyEvent) bool {
		if key.Name != fyne.KeyF2 {
			return false
		}
		p.begin(spec.Field)
		return true
	}
	p.fields = append(p.fields, fieldRow{spec.Field, card})
	p.rows.Add(card)
}

// offer names the fields that say nothing yet.
func (p *Pane) offer(empty []landscape.FieldSpec) {
	if len(empty) == 0 || p.state.Reads() {
		return
	}
	key := "inspect.empty"
	if p.editing != nil {
		p.open[key] = true
	}
	p.fold(key, p.words.N(key, len(empty)), false, func() {
		buttons := kit.Flow()
		for _, spec := range empty {
			buttons.Add(kit.NewQuiet("+ "+p.words.Or("field", string(spec.Field)), func() { p.begin(spec.Field) }))
		}
		p.rows.Add(kit.Inset(buttons))
	})
}

// begin edits a field, or shows its source where it cannot be edited here.
func (p *Pane) begin(f landscape.Field) {
	n := p.shown.Node
	if p.state.Reads() || derived(n.Type, f) {
		p.tellAt(f)
		return
	}
	spec, err := landscape.FieldSpecOf(n.Type, f)
	if err != nil {
		return
	}
	var was *landscape.Claim
	if claim, ok := n.Claim(f); ok {
		was = &claim
	}
	p.edit(newEditor(p, spec, f, was))
}

// tellAt shows the source of what stands in a row.
func (p *Pane) tellAt(row landscape.Field) {
	if p.told = row; p.edited() {
		return
	}
	p.draw()
	p.focusField(row)
}

// edit puts an editor in the place of its row.
func (p *Pane) edit(e *editor) {
	p.editing = e
	p.draw()
	e.focus()
}

// edited says whether something is being typed, which is not to be lost.
func (p *Pane) edited() bool { return p.editing != nil && p.editing.changed() }

// editFirst begins with the name, or with the row that has the focus.
func (p *Pane) editFirst() {
	if p.drawn.item != "" && p.shown.Node != nil {
		p.begin(landscape.Name)
	}
}

// end leaves the editor and shows the item as it is.
func (p *Pane) end(then landscape.Field) {
	p.editing = nil
	p.draw()
	p.focusField(then)
}

// next is the field after one, for Tab.
func (p *Pane) next(f landscape.Field) (landscape.Field, bool) {
	specs := landscape.FieldsOf(p.shown.Node.Type)
	after := false
	for _, spec := range specs {
		claim, _ := p.shown.Node.Claim(spec.Field)
		if after && len(claim.Values) > 0 && !derived(p.shown.Node.Type, spec.Field) {
			return spec.Field, true
		}
		after = after || spec.Field == f
	}
	return "", false
}
