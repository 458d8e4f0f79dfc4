package scene

import (
	"fmt"
	"strings"

	"snijvlak/internal/landscape"
)

// Twin gives the text twin: one sentence, then the same facts as tables in
// Markdown, with the source of each relation. A reader who cannot see the
// figure misses nothing.
func (p *Picture) Twin() string {
	t := twin{m: p.m, boxes: map[string]bool{}, links: map[string]bool{}}
	for _, plan := range p.plans {
		t.gather(plan)
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
	related  []landscape.Relation
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
		for _, b := range c.boxes {
			if t.boxes[b.id] {
				continue
			}
			t.boxes[b.id] = true
			if len(t.rows[heading]) == 0 {
				t.headings = append(t.headings, heading)
			}
			t.rows[heading] = append(t.rows[heading], []string{b.title, b.desc})
		}
	}
	for _, k := range p.links {
		if !t.links[k.id] {
			t.links[k.id] = true
			t.related = append(t.related, k.relation)
		}
	}
}

func (t *twin) text(first *plan) string {
	var b strings.Builder
	w := t.m.w
	fmt.Fprintf(&b, "# %s\n\n%s\n\n%s\n", first.title, t.m.subtitle(nil), t.sentence())
	if status := t.m.statusLine(&plan{}); status != "" {
		fmt.Fprintf(&b, "\n%s\n", status)
	}
	for _, h := range t.headings {
		fmt.Fprintf(&b, "\n## %s\n\n", h)
		writeTable(&b, []string{w.T("twin.name"), w.T("twin.what")}, t.rows[h])
	}
	if len(t.related) > 0 {
		fmt.Fprintf(&b, "\n## %s\n\n", w.T("twin.relations"))
		writeTable(&b, []string{
			w.T("twin.from"), w.T("twin.relation"), w.T("twin.to"), w.T("twin.certainty"), w.T("twin.source"),
		}, t.relationRows())
	}
	fmt.Fprintf(&b, "\n%s\n", t.m.caption(first))
	return b.String()
}

// sentence says how much the figure shows and how much of it is sure.
func (t *twin) sentence() string {
	inferred := 0
	for _, r := range t.related {
		if r.Certainty == landscape.Inferred {
			inferred++
		}
	}
	return t.m.w.T("twin.sentence",
		"Items", t.m.w.N("twin.items", len(t.boxes)), "Relations", t.m.w.N("twin.n-relations", len(t.related)),
		"Inferred", inferred)
}

func (t *twin) relationRows() [][]string {
	var rows [][]string
	for _, r := range t.related {
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
