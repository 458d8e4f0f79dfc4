package command

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"snijvlak/internal/landscape"
	"snijvlak/internal/overlap"
)

// pairsMost is how many pairs the table shows where no number is asked for.
const pairsMost = 20

func (a *app) matrixCommand() *cobra.Command {
	var top string
	c := &cobra.Command{RunE: func(c *cobra.Command, _ []string) error {
		n, err := a.topOf(top)
		if err != nil {
			return err
		}
		return a.matrix(c.Context(), a.Out, n)
	}}
	a.describe(c, "matrix", "cmd.overlap.matrix")
	c.Args = a.count(0, 0)
	c.Flags().StringVar(&top, "top", "", a.say.T("opt.matrix.top"))
	return c
}

// matrix writes which initiatives share most.
func (a *app) matrix(ctx context.Context, w io.Writer, top int) error {
	q, err := a.asking(ctx)
	if err != nil {
		return err
	}
	m := q.Matrix()
	slices.SortStableFunc(m.Pairs, comparePairs)
	if a.global.json {
		if top == 0 {
			top = len(m.Pairs)
		}
		return writeJSON(w, q.pairsJSON(m.Pairs[:min(top, len(m.Pairs))]))
	}
	if top == 0 {
		top = pairsMost
	}
	return a.writeMatrix(w, q, m, top)
}

// comparePairs puts those first that share most.
func comparePairs(x, y overlap.Pair) int {
	return cmp.Or(
		slices.Index(landscape.Grades, y.Grade)-slices.Index(landscape.Grades, x.Grade),
		cmp.Compare(alike(y), alike(x)),
		cmp.Compare(shares(y), shares(x)),
	)
}

func alike(p overlap.Pair) float64 { return rounded(p.Goals + p.Activities + p.Groups) }

func shares(p overlap.Pair) int { return len(p.Themes) + len(p.Organisations) + len(p.Bottlenecks) }

func (q *asking) pairsJSON(pairs []overlap.Pair) []members {
	items := make([]members, len(pairs))
	for i, p := range pairs {
		items[i] = members{
			{"id", landscape.Relation{From: p.A.ID, Link: landscape.Overlaps, To: p.B.ID}.Normal().Ref()},
			{"type", landscape.Overlaps},
			{"name", p.A.ShortName() + " – " + p.B.ShortName()},
			{"from", p.A.ID},
			{"to", p.B.ID},
			{"grade", orNull(p.Grade)},
			{"judged", p.Judged},
			{"justified", p.Justified},
			{"themes", brief(p.Themes)},
			{"organisations", brief(p.Organisations)},
			{"bottlenecks", brief(p.Bottlenecks)},
			{"words", list(q.plain(p.Words))},
			{"goal", rounded(p.Goals)},
			{"activities", rounded(p.Activities)},
			{"target_group", rounded(p.Groups)},
		}
	}
	return items
}

// writeMatrix writes the pairs as a table, and who belong together.
func (a *app) writeMatrix(w io.Writer, q *asking, m overlap.Matrix, top int) error {
	if len(m.Pairs) == 0 {
		return a.answer("matrix.none")
	}
	t := table{heads: []string{a.say.T("col.grade"), a.say.T("col.one"), a.say.T("col.other"), a.say.T("col.shared")}}
	for _, p := range m.Pairs[:min(top, len(m.Pairs))] {
		t.rows = append(t.rows, []string{a.grade(p), string(p.A.ID), string(p.B.ID), a.shared(q, p)})
	}
	if err := t.write(w, a.Width); err != nil {
		return err
	}
	c := a.cards(q)
	if rest := len(m.Pairs) - len(t.rows); rest > 0 {
		c.line("\n" + a.say.N("matrix.more", rest, "Top", len(m.Pairs)))
	}
	for i, group := range m.Communities {
		if i == 0 {
			c.line("\n" + a.say.T("matrix.together"))
		}
		c.line("  - " + c.named(group))
	}
	_, err := fmt.Fprintf(w, "%s\n%s\n", c.String(), a.say.T("matrix.note"))
	return err
}

// grade is how much a pair shares, and whether people have said so.
func (a *app) grade(p overlap.Pair) string {
	text := a.say.Or("grade", p.Grade)
	switch {
	case p.Justified:
		return a.say.T("matrix.justified", "Grade", text)
	case p.Judged:
		return a.say.T("matrix.judged", "Grade", text)
	}
	return text
}

// shared says in words what two initiatives have in common.
func (a *app) shared(q *asking, p overlap.Pair) string {
	var parts []string
	add := func(key string, texts []string) {
		if len(texts) > 0 {
			parts = append(parts, a.say.N(key, len(texts), "List", strings.Join(texts, ", ")))
		}
	}
	add("matrix.themes", q.numbers(p.Themes))
	add("matrix.organisations", names(ids(p.Organisations)))
	add("matrix.bottlenecks", names(ids(p.Bottlenecks)))
	add("matrix.words", q.plain(p.Words))
	return strings.Join(parts, "; ")
}

// numbers writes themes by their numbers.
func (q *asking) numbers(themes []*landscape.Node) []string {
	texts := make([]string, len(themes))
	for i, t := range themes {
		texts[i] = strconv.Itoa(t.Number())
	}
	slices.Sort(texts)
	return texts
}

// plain writes words that stand for a whole family by its name.
func (q *asking) plain(words []string) []string {
	texts := make([]string, len(words))
	for i, w := range words {
		texts[i] = q.Concept(w)
	}
	return texts
}
