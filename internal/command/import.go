package command

import (
	"context"
	"fmt"
	"io"
	"path/filepath"

	"github.com/spf13/cobra"

	"snijvlak/internal/exchange"
	"snijvlak/internal/landscape"
	"snijvlak/internal/prose"
	"snijvlak/internal/workspace"
)

func (a *app) importCommand() *cobra.Command {
	var dry bool
	c := changing(a.command("import", "file", func(c *cobra.Command, args []string) error {
		return a.importFile(c.Context(), a.Out, args[0], dry)
	}))
	c.Args = a.count(1, 1)
	c.ValidArgsFunction = nil
	c.Flags().BoolVar(&dry, "dry-run", false, a.say.T("opt.import.dry-run"))
	return c
}

// importFile brings the records of a file in, as one journal entry.
func (a *app) importFile(ctx context.Context, w io.Writer, path string, dry bool) error {
	ws, err := a.writing(ctx)
	if err != nil {
		return err
	}
	source, err := a.source(path)
	if err != nil {
		return err
	}
	now := ws.Landscape()
	merged, keys, err := exchange.ReadOnto(now, source)
	if err != nil {
		return err
	}
	p := preview{app: a, file: path, edits: ws.Merge(now, merged), all: keys, merged: merged}
	why := workspace.Why{Origin: origin(filepath.Base(path), source.Data), NotBSN: a.global.notBSN}
	if dry {
		if _, _, err := workspace.Screen(p.edits, ws.Author(), why); err != nil {
			return err
		}
		a.warnOfPersonal(workspace.Brings(p.edits, why))
	}
	if dry || len(p.edits) == 0 {
		return p.write(w, 0)
	}
	entry, err := a.change(ctx, why, func(*landscape.Landscape) ([]landscape.Edit, error) { return p.edits, nil })
	if err != nil {
		return err
	}
	return p.write(w, entry.Seq)
}

// preview is what an import does or would do.
type preview struct {
	*app
	file   string
	edits  []landscape.Edit
	all    []landscape.Key
	merged *landscape.Landscape
}

// write tells what is new, what changes and how, and what stays; seq is the
// entry it became, 0 for none.
func (p preview) write(w io.Writer, seq uint64) error {
	added, changed, same := p.sorted()
	if p.global.json {
		return p.writeJSON(w, seq, added, changed, same)
	}
	if len(p.edits) == 0 {
		return p.answer("import.nothing", "File", p.file, "Same", len(same))
	}
	key := "import.would"
	if seq > 0 {
		key = "import.done"
	}
	fmt.Fprintln(w, p.say.T(key, "File", p.file, "New", len(added), "Changed", len(changed), "Same", len(same), "Seq", seq))
	if len(added) > 0 {
		fmt.Fprintf(w, "\n%s\n", p.say.T("import.new"))
	}
	for _, e := range added {
		fmt.Fprintf(w, "  + %s\n", p.title(e))
	}
	if len(changed) > 0 {
		fmt.Fprintf(w, "\n%s\n", p.say.T("import.changed"))
	}
	for _, e := range changed {
		fmt.Fprintf(w, "  ~ %s\n", p.title(e))
		for _, d := range prose.Differences(p.say, e) {
			fmt.Fprintf(w, "      %s: %s → %s\n", d.Label, p.orNone(d.Old), p.orNone(d.New))
		}
	}
	return nil
}

func (p preview) orNone(s string) string {
	if s == "" {
		return p.say.T("import.none")
	}
	return s
}

// sorted parts the records of the file by what happens to them.
func (p preview) sorted() (added, changed []landscape.Edit, same []string) {
	edited := map[landscape.Key]bool{}
	for _, e := range p.edits {
		edited[e.Key] = true
		if e.Before == nil {
			added = append(added, e)
		} else {
			changed = append(changed, e)
		}
	}
	for _, k := range p.all {
		if !edited[k] {
			same = append(same, subject(k))
		}
	}
	return added, changed, same
}

func subject(k landscape.Key) string { return landscape.Finding{Key: k}.Subject() }

// title names a record.
func (p preview) title(e landscape.Edit) string {
	if n := e.After.Node; n != nil {
		return fmt.Sprintf("%s %s: %s", p.say.T("type."+string(n.Type)), n.ID, n.Name())
	}
	return prose.Joined(p.say, *e.After.Relation, func(id landscape.ID) string { return string(id) })
}

func (p preview) writeJSON(w io.Writer, seq uint64, added, changed []landscape.Edit, same []string) error {
	items := func(edits []landscape.Edit) []members {
		all := make([]members, len(edits))
		for i, e := range edits {
			all[i] = members{{"record", subject(e.Key)}, {"title", p.title(e)}}
			if e.Before != nil {
				all[i] = append(all[i], member{"fields", p.differencesJSON(e)})
			}
		}
		return all
	}
	var entry any
	if seq > 0 {
		entry = seq
	}
	return writeJSON(w, members{
		{"file", p.file}, {"seq", entry}, {"new", items(added)}, {"changed", items(changed)}, {"unchanged", list(same)},
	})
}

func (p preview) differencesJSON(e landscape.Edit) []members {
	found := prose.Differences(p.say, e)
	all := make([]members, len(found))
	for i, d := range found {
		all[i] = members{{"field", d.Name}, {"old", orNull(d.Old)}, {"new", orNull(d.New)}}
	}
	return all
}
