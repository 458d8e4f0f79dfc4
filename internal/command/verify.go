package command

import (
	"context"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"

	"github.com/spf13/cobra"

	"snijvlak/internal/workspace"
)

var hashForm = regexp.MustCompile(`^[0-9a-f]{64}$`)

func (a *app) verifyCommand() *cobra.Command {
	var head string
	c := a.command("verify", "history", func(c *cobra.Command, _ []string) error {
		head = strings.ToLower(strings.TrimSpace(head))
		if given(c, "head") && !hashForm.MatchString(head) {
			return a.wrong("wrong.hash", "Value", head)
		}
		return a.verify(c.Context(), a.Out, head)
	})
	c.Args = a.count(0, 0)
	c.Flags().StringVar(&head, "head", "", a.say.T("opt.verify.head"))
	return c
}

// verify reads the whole journal and says whether it is whole.
func (a *app) verify(ctx context.Context, w io.Writer, noted string) error {
	ws, err := a.open(ctx)
	var r workspace.Report
	if err == nil {
		r, err = ws.Verify(ctx, noted)
	}
	if errors.Is(err, workspace.ErrDamaged) { // that is an answer too
		r.Faults = append(r.Faults, workspace.JournalFault{Code: "damaged"})
		err = nil
	}
	if err != nil {
		return err
	}
	if err := a.writeReport(w, r); err != nil {
		return err
	}
	if !r.Whole() {
		return errFound
	}
	return nil
}

func (a *app) writeReport(w io.Writer, r workspace.Report) error {
	if a.global.json {
		faults := make([]members, len(r.Faults))
		for i, f := range r.Faults {
			faults[i] = members{{"seq", f.Seq}, {"code", f.Code}, {"text", a.journalFault(f)}}
		}
		return writeJSON(w, members{
			{"whole", r.Whole()}, {"entries", r.Entries}, {"head", orNull(r.Head.Hash)}, {"faults", faults},
		})
	}
	if r.Whole() {
		_, err := fmt.Fprintf(w, "%s\n%s\n", a.say.N("verify.whole", r.Entries), r.Head.Hash)
		return err
	}
	lines := []string{a.say.T("verify.broken", "File", a.fileOf(nil))}
	for _, f := range r.Faults {
		lines = append(lines, "  - "+a.journalFault(f))
	}
	if r.Head.Hash != "" {
		lines = append(lines, a.say.T("verify.head", "Hash", r.Head.Hash))
	}
	lines = append(lines, strings.TrimSpace(a.say.T("verify.next")+"\n"+a.newestBackup(a.fileOf(nil))))
	_, err := fmt.Fprintln(w, strings.Join(lines, "\n"))
	return err
}

func (a *app) journalFault(f workspace.JournalFault) string {
	return a.say.T("verify.fault-"+f.Code, "Seq", f.Seq)
}
