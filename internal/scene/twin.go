package scene

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"snijvlak/internal/landscape"
)

// Twin gives the text twin: one sentence, then the same facts as tables in
// Markdown, with the source of each relation. A reader who cannot see the
// figure misses nothing.
func (p *Picture) Twin() string {
	t := twin{m: p.m, boxes: map[string]bool{}, links: map[string]bool{}}
	told := p.plans
	if whole := told[0].told; whole != nil {
		told = []*plan{whole}
	}
	for _, page := range told {
		t.gather(page)
	}
	return t.text(p.plans[0])
}

// twin gathers what the pages show, each thing once.
type twin struct {
	m        *maker
	boxes    map[string]bool
	links    map[string]bool
	headings []string
	rows     map[string][][]string
	related  []*link
}

func (t *twin) gather(p *plan) {
	if t.rows == nil {
		t.rows = map[string][][]string{}
	}
	for _, c := range p.columns {
		heading := c.heading
		if heading == "" {
			heading = t.m.w.T("twin.middle")
			if t.m.r.View != Neighbourhood {
				heading = t.m.w.T("twin.middle-themes")
			}
		}
		usual := heading
		for _, b := range c.boxes {
			if t.boxes[b.id] {
				continue
			}
			t.boxes[b.id] = true
			heading = cmp.Or(b.group, usual)
			if len(t.rows[heading]) == 0 {
				t.headings = append(t.headings, heading)
			}
			row := []string{b.title, b.desc}
			if b.group != "" {
				row = append(row, b.source)
			}
			t.rows[heading] = append(t.rows[heading], row)
		}
	}
	for _, k := range p.links {
		if !t.links[k.id] {
			t.links[k.id] = true
			t.related = append(t.related, k)
		}
	}
}

func (t *twin) text(first *plan) string {
	var b strings.Builder
	w := t.m.w
	fmt.Fprintf(&b, "# %s\n\n%s\n\n%s\n", first.title, t.subtitle(first), t.sentence())
	if status := t.m.statusLine(&plan{}); status != "" {
		fmt.Fprintf(&b, "\n%s\n", status)
	}
	heads := []string{w.T("twin.name"), w.T("twin.what"), w.T("twin.source")}
	for _, h := range t.inOrder() {
		fmt.Fprintf(&b, "\n## %s\n\n", h)
		writeTable(&b, heads[:len(t.rows[h][0])], t.rows[h])
	}
	for _, h := range t.groups() {
		fmt.Fprintf(&b, "\n## %s\n\n", h)
		writeTable(&b, []string{
			w.T("twin.from"), w.T("twin.relation"), w.T("twin.to"), w.T("twin.certainty"), w.T("twin.source"),
		}, t.relationRows(h))
	}
	fmt.Fprintf(&b, "\n%s\n", t.m.caption(first))
	return b.String()
}

// subtitle says of which day the figure is, and of which theme where one was
// asked; or what a difference comes to.
func (t *twin) subtitle(first *plan) string {
	switch {
	case t.m.past != nil:
		return t.m.tally(t.m.past.shown, t.m.l.Nodes(landscape.Theme))
	case t.m.r.Theme != "":
		return first.subtitle
	}
	return t.m.subtitle(nil)
}

// inOrder gives the headings as the columns stand, those of a difference in the
// order in which it is told.
func (t *twin) inOrder() []string {
	var told []string
	for _, k := range changeKinds {
		told = append(told, t.m.w.T("figure.difference.group."+string(k)))
	}
	place := func(heading string) int {
		if i := slices.Index(told, heading); i >= 0 {
			return i
		}
		return len(told)
	}
	slices.SortStableFunc(t.headings, func(a, b string) int { return place(a) - place(b) })
	return t.headings
}

// groups gives the headings over the relations.
func (t *twin) groups() []string {
	var found []string
	for _, k := range t.related {
		if h := t.groupOf(k); !slices.Contains(found, h) {
			found = append(found, h)
		}
	}
	return found
}

func (t *twin) groupOf(k *link) string { return cmp.Or(k.group, t.m.w.T("twin.relations")) }

// sentence says how much the figure shows and how much of it is sure.
func (t *twin) sentence() string {
	inferred := 0
	for _, k := range t.related {
		if k.relation.Certainty == landscape.Inferred {
			inferred++
		}
	}
	if len(t.related) == 0 {
		return t.m.w.T("twin.sentence-alone", "Items", t.m.w.N("twin.items", len(t.boxes)))
	}
	return t.m.w.T("twin.sentence",
		"Items", t.m.w.N("twin.items", len(t.boxes)), "Relations", t.m.w.N("twin.n-relations", len(t.related)),
		"Inferred", inferred)
}

func (t *twin) relationRows(group string) [][]string {
	var rows [][]string
	for _, k := range t.related {
		if t.groupOf(k) != group {
			continue
		}
		r := k.relation
		rows = append(rows, []string{
			t.m.nameOf(r.From), t.m.w.T("link." + string(r.Link)), t.m.nameOf(r.To),
			t.m.w.T("certainty." + string(r.Certainty)), t.m.sources(r.Evidence),
		})
	}
	return rows
}

// sources writes evidence in words: the document, the place in it, the note.
func (m *maker) sources(evidence []landscape.Evidence) string {
	var all []string
	for _, e := range evidence {
		var parts []string
		if e.Document != "" {
			parts = append(parts, m.nameOf(e.Document))
		}
		if e.Section != "" {
			parts = append(parts, e.Section)
		}
		if e.Note != "" {
			parts = append(parts, e.Note)
		}
		all = append(all, strings.Join(parts, ", "))
	}
	return strings.Join(all, "; ")
}

// writeTable writes a Markdown table; what would break a cell is taken out, and
// a tag or a link stays the text it is.
func writeTable(b *strings.Builder, head []string, rows [][]string) {
	cell := strings.NewReplacer("|", "/", "\n", " ", "\r", " ", "<", `\<`, "[", `\[`)
	line := func(cells []string) {
		for _, c := range cells {
			fmt.Fprintf(b, "| %s ", cell.Replace(c))
		}
		b.WriteString("|\n")
	}
	line(head)
	b.WriteString(strings.Repeat("| --- ", len(head)) + "|\n")
	for _, row := range rows {
		line(row)
	}
}
