package command

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"snijvlak/internal/landscape"
	"snijvlak/internal/prose"
)

func (a *app) showCommand() *cobra.Command {
	c := a.command("show", "read", func(c *cobra.Command, args []string) error {
		return a.show(c.Context(), a.Out, idOf(args[0]))
	})
	c.ValidArgsFunction = a.completeID
	c.Args = a.count(1, 1)
	return c
}

// show writes everything about one node.
func (a *app) show(ctx context.Context, w io.Writer, id landscape.ID) error {
	l, err := a.view(ctx)
	if err != nil {
		return err
	}
	s, err := l.Show(id, a.global.day)
	if err != nil {
		return err
	}
	if a.global.json {
		return writeJSON(w, s)
	}
	p := &page{app: a, on: l, width: a.Width}
	p.node(s)
	_, err = io.WriteString(w, p.String())
	return err
}

// page is a node written out for people. Sources are numbered in the text and
// written out once, below it.
type page struct {
	strings.Builder
	*app
	on      *landscape.Landscape
	width   int
	sources []landscape.Evidence
}

// margin is the width of the labels of a page.
const margin = 24

func (p *page) node(s landscape.Shown) {
	n := s.Node
	for _, line := range wrap(n.Name(), p.width) {
		fmt.Fprintln(p, line)
	}
	fmt.Fprintln(p, p.kindLine(s))
	fmt.Fprintln(p)
	for _, spec := range landscape.FieldsOf(n.Type) {
		if c, ok := n.Claim(spec.Field); ok && spec.Field != landscape.KindOf {
			p.field(spec, c)
		}
	}
	p.relations(s)
	p.writeSources()
}

// kindLine is what it is, how it stands, and the id to type.
func (p *page) kindLine(s landscape.Shown) string {
	parts := []string{p.say.T("type." + string(s.Node.Type))}
	if kind := s.Node.Kind(); kind != "" {
		parts = append(parts, p.say.Or("kind", kind))
	}
	if s.Status != "" {
		parts = append(parts, p.say.Or("status", string(s.Status)))
	}
	if s.State != "" {
		parts = append(parts, p.say.Or("state", string(s.State)))
	}
	return strings.Join(append(parts, "id: "+string(s.Node.ID)), " · ")
}

// field writes the values of one claim, and after the last how it is known.
func (p *page) field(spec landscape.FieldSpec, c landscape.Claim) {
	values := make([]string, len(c.Values))
	for i, v := range c.Values {
		values[i] = p.value(spec, v)
	}
	note := p.basis(c.Basis)
	if c.Period != (landscape.Period{}) {
		note = p.period(c.Period) + "; " + note
	}
	if spec.Form == landscape.ListForm && spec.Field != landscape.Keywords {
		p.item(p.say.Or("field", string(spec.Field)), values, note)
		return
	}
	p.item(p.say.Or("field", string(spec.Field)), []string{strings.Join(values, ", ")}, note)
}

// value writes one value in words.
func (p *page) value(spec landscape.FieldSpec, v string) string {
	switch {
	case spec.Form == landscape.DateForm || spec.Form == landscape.DateListForm:
		d, _ := landscape.ParseDate(v) // the model lets only dates in
		return p.say.Date(d)
	case spec.Form == landscape.FlagForm:
		return p.say.T("flag." + v)
	case len(spec.Choices) > 0:
		return p.say.Or(string(spec.Field), v)
	}
	return v
}

// item writes a label with values, one a line, and the note behind the last.
func (p *page) item(label string, values []string, note string) {
	width := 0
	if p.width > 0 {
		width = max(p.width-margin, 30)
	}
	for i, v := range values {
		if i == len(values)-1 && note != "" {
			v += "  (" + note + ")"
		}
		for j, line := range wrap(v, width) {
			if i > 0 || j > 0 {
				label = ""
			}
			fmt.Fprintf(p, "%s%s\n", pad(label, margin), line)
		}
	}
}

// basis says how sure a fact is and where it comes from: "afgeleid, 1".
func (p *page) basis(b landscape.Basis) string {
	var parts []string
	if b.Certainty != "" {
		parts = append(parts, p.say.Or("certainty", string(b.Certainty)))
	}
	for _, e := range b.Evidence {
		parts = append(parts, fmt.Sprintf("[%d]", p.sourceNumber(e)))
	}
	return strings.Join(parts, " ")
}

func (p *page) sourceNumber(e landscape.Evidence) int {
	for i, known := range p.sources {
		if known == e {
			return i + 1
		}
	}
	p.sources = append(p.sources, e)
	return len(p.sources)
}

func (p *page) writeSources() {
	if len(p.sources) == 0 {
		return
	}
	fmt.Fprintf(p, "\n%s\n", p.say.T("show.sources"))
	for i, e := range p.sources {
		label := fmt.Sprintf("  [%d]", i+1)
		lines := wrap(prose.Evidence(p.nameOf, e), max(p.width-8, 0))
		fmt.Fprintf(p, "%s%s\n", pad(label, 8), strings.Join(lines, "\n"+strings.Repeat(" ", 8)))
	}
}

func (p *page) nameOf(id landscape.ID) string { return nameIn(p.on, id) }

// nameIn names a node as briefly as it can be, with its id.
func nameIn(l *landscape.Landscape, id landscape.ID) string {
	n, ok := l.Node(id)
	if !ok {
		return string(id)
	}
	return fmt.Sprintf("%s (%s)", n.ShortName(), id)
}

// relations writes what the node is joined to, by kind and direction.
func (p *page) relations(s landscape.Shown) {
	if len(s.Out)+len(s.In) == 0 {
		return
	}
	fmt.Fprintln(p)
	for _, spec := range landscape.Links {
		link := string(spec.Link)
		for _, probable := range []bool{false, true} {
			if probable {
				link += "-probable"
			}
			same := func(r landscape.Relation) bool { return r.Link == spec.Link && isProbable(r) == probable }
			p.relationsOf(s, filtered(s.Out, same), p.say.Or("link", link))
			p.relationsOf(s, filtered(s.In, same), p.say.Or("back", link))
		}
	}
}

// isProbable tells an owner that is only inferred: that is a candidate, and the
// bottleneck lies nowhere yet.
func isProbable(r landscape.Relation) bool {
	return r.Link == landscape.Owns && r.Certainty == landscape.Inferred
}

func filtered[T any](items []T, keep func(T) bool) []T {
	return slices.DeleteFunc(slices.Clone(items), func(item T) bool { return !keep(item) })
}

func (p *page) relationsOf(s landscape.Shown, relations []landscape.Relation, label string) {
	for _, r := range relations {
		p.item(label, []string{p.nameOf(r.Other(s.Node.ID))}, p.details(r))
		label = ""
	}
}

// details is what a relation says beside its ends.
func (p *page) details(r landscape.Relation) string {
	var parts []string
	add := func(key, value string) {
		if value != "" {
			parts = append(parts, p.say.T("detail."+key)+": "+value)
		}
	}
	if r.Period != (landscape.Period{}) {
		parts = append(parts, p.period(r.Period))
	}
	add("extent", r.Extent)
	add("remainder", r.Remainder)
	add("asked-to", r.AskedTo)
	if r.Stage != "" {
		add("stage", p.say.Or("stage", r.Stage))
	}
	if r.Since.Known() {
		add("since", p.say.Date(r.Since))
	}
	if r.LookBack.Known() {
		add("look-back", p.say.Date(r.LookBack))
	}
	if r.Grade != "" {
		add("grade", p.say.Or("grade", r.Grade))
	}
	if r.Justified {
		parts = append(parts, p.say.T("detail.justified"))
	}
	add("why", r.Reason)
	return strings.Join(append(parts, p.basis(r.Basis)), "; ")
}
