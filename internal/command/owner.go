package command

import (
	"context"
	"io"
	"regexp"
	"slices"

	"github.com/spf13/cobra"

	"snijvlak/internal/landscape"
	"snijvlak/internal/overlap"
)

// bottleneckForm is how the shipped bottlenecks are called.
var bottleneckForm = regexp.MustCompile(`^[a-z]\d?-\d+$`)

func (a *app) ownerCommand() *cobra.Command {
	c := a.command("owner", "read", func(c *cobra.Command, args []string) error {
		return a.owner(c.Context(), a.Out, question(args))
	})
	c.Args = a.count(1, -1)
	c.ValidArgsFunction = a.completeID
	return c
}

// owner says where a bottleneck or a text lies. Nobody at all is exit code 1.
func (a *app) owner(ctx context.Context, w io.Writer, text string) error {
	if err := a.noBSN(text); err != nil {
		return err
	}
	q, err := a.asking(ctx)
	if err != nil {
		return err
	}
	o, err := q.ownerOf(text)
	if err != nil {
		return err
	}
	if a.global.json {
		o.Query = text // as it was typed, an id too
		err = writeJSON(w, q.ownerJSON(o))
	} else {
		err = a.writeOwner(w, q, o)
	}
	if err == nil && nobody(o) {
		err = errFound
	}
	return err
}

// ownerOf takes the text for an id where there is such a bottleneck, action or
// initiative, and a slip in an id for what it is.
func (q *asking) ownerOf(text string) (overlap.Ownership, error) {
	id := idOf(text)
	n, ok := q.Node(id)
	switch {
	case ok && n.Type == landscape.Initiative:
		return q.ofInitiative(n), nil
	case ok && slices.Contains([]landscape.Type{landscape.Bottleneck, landscape.Action}, n.Type):
		return q.OwnerOf(id)
	case !ok && bottleneckForm.MatchString(string(id)):
		_, err := q.Find(id)
		return overlap.Ownership{}, err
	}
	return q.OwnerOfText(text)
}

// ofInitiative: a table lies with itself. What is asked is who leads it, and
// where its matters are decided.
func (q *asking) ofInitiative(n *landscape.Node) overlap.Ownership {
	o := overlap.Ownership{Query: n.Name(), State: landscape.Owned, DecidedAt: q.DecidedAt(n.ID)}
	for _, id := range q.sources(n, landscape.Leads) {
		if lead, ok := q.Node(id); ok {
			o.Leads = append(o.Leads, lead)
		}
	}
	if landscape.StatusOf(n, q.day) == landscape.Ended {
		o.State, o.Ended, o.Successors = landscape.Orphaned, []*landscape.Node{n}, q.Successors(n.ID)
		return o
	}
	o.Owners = []*landscape.Node{n}
	return o
}

// nobody: no owner, nobody to whom it points, and no candidate that touches it.
func nobody(o overlap.Ownership) bool {
	return len(o.Owners) == 0 && len(o.Probable) == 0 && len(touching(o)) == 0
}

// touching gives the candidates that have at least a part in it.
func touching(o overlap.Ownership) []overlap.Candidate {
	return filtered(o.Candidates, func(c overlap.Candidate) bool { return c.Verdict != overlap.None })
}

// ownerJSON gives the answer for other programs (CONTRACTS 4).
func (q *asking) ownerJSON(o overlap.Ownership) members {
	var about any
	if o.Bottleneck != nil {
		about = o.Bottleneck.ID
	}
	return members{
		{"query", o.Query},
		{"state", o.State},
		{"owners", q.ownersJSON(o)},
		{"decided_at", brief(o.DecidedAt)},
		{"leads", brief(o.Leads)},
		{"probable", list(ids(o.Probable))},
		{"candidates", q.candidatesJSON(o.Candidates)},
		{"bottleneck", about},
		{"ended", brief(o.Ended)},
		{"successors", brief(o.Successors)},
	}
}

// ownersJSON gives the owners, with the part that is theirs, what remains of
// the rest and how that is known.
func (q *asking) ownersJSON(o overlap.Ownership) []members {
	items := brief(o.Owners)
	for i, n := range o.Owners {
		c := claimOf(o, n.ID)
		items[i] = append(items[i],
			member{"extent", orNull(c.Extent)}, member{"remainder", orNull(c.Remainder)},
			member{"certainty", orNull(c.Certainty)}, member{"evidence", evidenceJSON(c.Evidence)},
			member{"status", landscape.StatusOf(n, q.day)}, member{"end", orNull(n.Get(landscape.End))},
			member{"themes", list(q.themesOf(n))})
	}
	return items
}

// claimOf is the relation that makes an initiative an owner.
func claimOf(o overlap.Ownership, id landscape.ID) landscape.Relation {
	var found landscape.Relation
	for _, r := range o.Claims {
		if r.From == id && (found.From == "" || r.Certainty != landscape.Inferred) {
			found = r
		}
	}
	return found
}

func evidenceJSON(all []landscape.Evidence) []members {
	items := make([]members, len(all))
	for i, e := range all {
		items[i] = members{{"document", orNull(e.Document)}, {"section", orNull(e.Section)}, {"note", orNull(e.Note)}}
	}
	return items
}
