package command

import (
	"context"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"snijvlak/internal/landscape"
	"snijvlak/internal/prose"
	"snijvlak/internal/workspace"
)

func (a *app) journalCommand() *cobra.Command {
	var since string
	c := a.command("journal", "history", func(c *cobra.Command, _ []string) error {
		first := uint64(1)
		if given(c, "since") {
			n, err := strconv.ParseUint(since, 10, 64)
			if err != nil || n == 0 {
				return a.wrong("wrong.number", "Option", "--since", "Value", since)
			}
			first = n
		}
		return a.journal(c.Context(), a.Out, first)
	})
	c.Args = a.count(0, 0)
	c.Flags().StringVar(&since, "since", "", a.say.T("opt.journal.since"))
	return c
}

// journal writes the entries from number first on.
func (a *app) journal(ctx context.Context, w io.Writer, first uint64) error {
	entries, err := a.entries(ctx, first)
	if err != nil {
		return err
	}
	name := prose.Names(a.ws.Landscape(), entries...)
	if a.global.json {
		items := make([]members, len(entries))
		for i, e := range entries {
			items[i] = a.entryJSON(e, prose.Summary(a.say, e, name))
		}
		return writeJSON(w, items)
	}
	if len(entries) == 0 {
		a.tell("%s", a.say.T("journal.none"))
		return nil
	}
	t := table{heads: []string{a.say.T("col.seq"), a.say.T("col.at"), a.say.T("col.author"), a.say.T("col.summary")}}
	for _, e := range entries {
		at := a.say.ShortDate(landscape.DateOf(e.At.Local())) + e.At.Local().Format(" 15:04")
		t.rows = append(t.rows, []string{fmt.Sprint(e.Seq), at, e.Author, a.entryText(e, name)})
	}
	return t.write(w, a.Width)
}

// entryText is what an entry did, why, and who decided it and who wrote it down
// where that is not the same.
func (a *app) entryText(e workspace.JournalEntry, name prose.Namer) string {
	parts := []string{prose.Sentence(prose.Summary(a.say, e, name))}
	if e.Reason != "" {
		parts = append(parts, prose.Sentence(a.say.T("journal.reason", "Reason", e.Reason)))
	}
	if e.Checked != nil {
		c := *e.Checked
		if c.Answer == e.Reason {
			c.Answer = "" // it stands there already
		}
		parts = append(parts, prose.Checked(a.say, &c, name))
	}
	if e.DecidedBy != "" {
		parts = append(parts, a.say.T("journal.decided", "By", name(landscape.ID(e.DecidedBy)), "Author", e.Author))
	}
	return strings.Join(parts, " ")
}

// entries reads the journal up to --at, as far as --for may see it.
func (a *app) entries(ctx context.Context, first uint64) ([]workspace.JournalEntry, error) {
	ws, err := a.open(ctx)
	if err != nil {
		return nil, err
	}
	last := ws.Head().Seq
	if a.global.seq > last {
		return nil, &workspace.NoEntry{Seq: a.global.seq, Last: last}
	}
	if a.global.seq > 0 {
		last = a.global.seq
	}
	from := first
	if a.global.sees != "" {
		from = 1 // who may see what follows from all entries
	}
	read, err := ws.Journal(ctx, from)
	if err != nil {
		return nil, err
	}
	if a.global.sees != "" {
		read = forAudience(read, a.global.sees)
	}
	var kept []workspace.JournalEntry
	for _, e := range read {
		if e.Seq >= first && e.Seq <= last {
			kept = append(kept, e)
		}
	}
	return kept, nil
}

func (a *app) entryJSON(e workspace.JournalEntry, summary string) members {
	var of any
	if e.Of > 0 {
		of = e.Of
	}
	return members{
		{"seq", e.Seq},
		{"kind", e.Kind},
		{"of", of},
		{"author", e.Author},
		{"at", e.At.Format(time.RFC3339)},
		{"reason", orNull(e.Reason)},
		{"meeting", orNull(e.Meeting)},
		{"summary", summary},
		{"origin", orNull(e.Origin)},
		{"hash", e.Hash},
		{"decided_by", orNull(e.DecidedBy)},
		{"checked", checkedJSON(e.Checked)},
	}
}

// checkedJSON is what the overlap check found, or null where it did not run.
func checkedJSON(c *workspace.Checked) any {
	if c == nil {
		return nil
	}
	return members{{"verdict", c.Verdict}, {"candidates", list(c.Candidates)}, {"answer", orNull(c.Answer)}}
}
