package command

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"snijvlak/internal/prose"
	"snijvlak/internal/workspace"
)

// restoreOptions are what may be brought back: an entry of the journal (with
// the global --at) or a backup.
type restoreOptions struct {
	list            bool
	backup, to, why string
}

func (a *app) restoreCommand() *cobra.Command {
	var o restoreOptions
	c := a.command("restore", "history", func(c *cobra.Command, _ []string) error {
		if err := a.checkRestore(c); err != nil {
			return err
		}
		switch {
		case o.list:
			return a.listBackups(c.Context())
		case given(c, "backup"):
			return a.restoreBackup(c.Context(), o)
		}
		return a.restoreEntry(c.Context(), o.why)
	})
	c.Args = a.count(0, 0)
	f := c.Flags()
	f.StringVar(&o.why, "why", "", a.say.T("opt.restore.why"))
	f.BoolVar(&o.list, "list", false, a.say.T("opt.restore.list"))
	f.StringVar(&o.backup, "backup", "", a.say.T("opt.restore.backup"))
	f.StringVar(&o.to, "to", "", a.say.T("opt.restore.to"))
	return c
}

// checkRestore wants one of --at, --list and --backup, and what belongs to it.
func (a *app) checkRestore(c *cobra.Command) error {
	ways := []string{"at", "list", "backup"}
	var chosen []string
	for _, way := range ways {
		if given(c, way) {
			chosen = append(chosen, way)
		}
	}
	switch {
	case given(c, "for"):
		return a.wrong("wrong.for-changes", "Command", c.CommandPath())
	case given(c, "as-of"):
		return a.wrong("wrong.looks-back-day", "Command", c.CommandPath())
	case len(chosen) == 0:
		return a.wrong("wrong.restore-what")
	case len(chosen) > 1:
		return a.wrong("wrong.both", "One", "--"+chosen[0], "Other", "--"+chosen[1])
	}
	for option, way := range map[string]string{"why": "at", "to": "backup"} {
		if given(c, option) && chosen[0] != way {
			return a.wrong("wrong.both", "One", "--"+chosen[0], "Other", "--"+option)
		}
	}
	return nil
}

// restoreEntry brings back the landscape after entry --at, as a new entry.
func (a *app) restoreEntry(ctx context.Context, why string) error {
	reason, err := a.entered("--why", why, true)
	if err != nil {
		return err
	}
	ws, err := a.writing(ctx)
	if err != nil {
		return err
	}
	e, err := ws.Restore(ctx, a.global.seq, workspace.Why{Reason: reason, NotBSN: a.global.notBSN})
	if errors.Is(err, workspace.ErrNothing) {
		err = errIdle
	}
	return a.finish(e, err, member{"at", a.global.seq})
}

// listBackups shows the backups of the file, the newest first. The file itself
// is not needed.
func (a *app) listBackups(ctx context.Context) error {
	path, _, err := a.path()
	if err != nil {
		return err
	}
	backups := a.Files.Backups(path)
	list, err := backups.List()
	if err != nil {
		return a.broken("restore.no-folder")
	}
	items := make([]members, len(list))
	t := table{heads: []string{a.say.T("col.backup"), a.say.T("col.at"), a.say.T("col.entries"), a.say.T("col.last")}}
	for i, b := range list {
		last := a.newestOf(ctx, backups, b)
		items[i] = members{
			{"name", b.Name}, {"path", b.Path}, {"at", b.At.Format(time.RFC3339)}, {"entries", b.Seq}, {"last", orNull(last)},
		}
		t.rows = append(t.rows, []string{numberOf(b), a.moment(b.At), fmt.Sprint(b.Seq), last})
	}
	if a.global.json {
		return writeJSON(a.Out, items)
	}
	if len(list) == 0 {
		a.tell("%s", a.say.T("restore.none", "File", path))
		return nil
	}
	return t.write(a.Out, a.Width)
}

// lookBack is how many of the newest entries of a backup are searched for a
// decision.
const lookBack = 200

// newestOf tells what the newest decision in a backup is, and where there was
// none lately the newest change. An audience gets neither.
func (a *app) newestOf(ctx context.Context, backups workspace.Backups, b workspace.Backup) string {
	if a.global.sees != "" {
		return ""
	}
	repo, err := backups.Open(b)
	if err != nil {
		return a.say.T("restore.unreadable")
	}
	ws, err := workspace.Open(ctx, repo, program)
	if err != nil {
		return a.say.T("restore.unreadable")
	}
	entries, err := ws.Journal(ctx, b.Seq-min(b.Seq, lookBack)+1)
	if err != nil || len(entries) == 0 {
		return a.say.T("restore.unreadable")
	}
	e := entries[len(entries)-1]
	for i := len(entries) - 1; i >= 0; i-- {
		if entries[i].Meeting != "" || entries[i].DecidedBy != "" {
			e = entries[i]
			break
		}
	}
	return a.say.T("restore.last", "Seq", e.Seq, "What", prose.Summary(a.say, e, prose.Names(ws.Landscape(), e)))
}

// numberOf is the short name of a backup: the number it begins with.
func numberOf(b workspace.Backup) string {
	number, _, _ := strings.Cut(b.Name, "-")
	return strings.TrimLeft(number, "0")
}

// newest stands for the newest backup that is whole.
const newest = "newest"

// restoreBackup writes a backup as a new file beside the landscape file, which
// stays as it is.
func (a *app) restoreBackup(ctx context.Context, o restoreOptions) error {
	path, _, err := a.path()
	if err != nil {
		return err
	}
	backups := a.Files.Backups(path)
	list, err := backups.List()
	if err != nil {
		return a.broken("restore.no-folder")
	}
	chosen := a.chosen(list, o.backup)
	if len(list) == 0 {
		return a.broken("restore.none", "File", path)
	}
	if len(chosen) == 0 {
		return a.wrong("wrong.backup", "Name", o.backup)
	}
	for _, b := range chosen {
		to, err := a.restoreTo(ctx, backups, b, path, o.to)
		if err == nil {
			return a.restored(b, path, to)
		}
		if !errors.Is(err, workspace.ErrDamaged) {
			return a.notMade(to, err)
		}
		a.tell("%s", a.say.T("restore.damaged", "Name", numberOf(b)))
	}
	if o.backup != newest {
		return a.broken("restore.choose-other")
	}
	return a.broken("restore.all-damaged", "File", path)
}

// chosen are the backups of a name, by number or in full; of newest all, to be
// tried in turn.
func (a *app) chosen(list []workspace.Backup, name string) []workspace.Backup {
	if name == newest {
		return list
	}
	for _, b := range list {
		if b.Name == strings.TrimSuffix(filepath.Base(name), workspace.Ext) || numberOf(b) == name {
			return []workspace.Backup{b}
		}
	}
	return nil
}

// restoreTo writes a backup to the file named, else to the first name beside
// the landscape file that is free.
func (a *app) restoreTo(
	ctx context.Context, backups workspace.Backups, b workspace.Backup, path, to string,
) (string, error) {
	if to != "" {
		return to, backups.Restore(ctx, b, to)
	}
	stem := strings.TrimSuffix(path, filepath.Ext(path)) + a.say.T("restore.suffix") + a.Now().Format("20060102")
	for i := 1; ; i++ {
		to = stem + workspace.Ext
		if i > 1 {
			to = stem + "-" + strconv.Itoa(i) + workspace.Ext
		}
		err := backups.Restore(ctx, b, to)
		if !errors.Is(err, workspace.ErrExists) {
			return to, err
		}
	}
}

func (a *app) restored(b workspace.Backup, path, to string) error {
	if a.global.json {
		return writeLine(a.Out, members{{"file", to}, {"backup", b.Name}, {"at", b.At.Format(time.RFC3339)}, {"entries", b.Seq}})
	}
	return a.answer("restore.done", "Time", a.moment(b.At), "To", to, "File", path, "Entries", b.Seq)
}

// newestBackup is a sentence that names the newest backup of the landscape
// file and how to open it; "" where there is none.
func (a *app) newestBackup(path string) string {
	if a.Files == nil {
		return ""
	}
	list, err := a.Files.Backups(path).List()
	if err != nil || len(list) == 0 {
		return ""
	}
	command := "snijvlakctl restore --backup " + newest
	if a.global.file != "" {
		command += " --file " + forShell(a.global.file)
	}
	at := a.moment(list[0].At)
	if now := a.Now(); now.Local().Format(time.DateOnly) == list[0].At.Local().Format(time.DateOnly) {
		at = list[0].At.Local().Format("15:04")
	}
	return a.say.T("file.backup", "Time", at, "Command", command)
}

// forShell puts a name between quotes where a shell would cut it.
func forShell(name string) string {
	if strings.ContainsAny(name, " \t'\"$&()") {
		return strconv.Quote(name)
	}
	return name
}
