package journalview

import (
	"context"
	"fmt"
	"strings"

	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
	"snijvlak/internal/prose"
	"snijvlak/internal/words"
	"snijvlak/internal/workspace"
)

// lookBack shows the landscape as it was after the chosen entry.
func (v *View) lookBack() {
	if l, ok := v.current(); ok {
		v.host.LookBack(l.Seq)
	}
}

// copy puts the entry on the clipboard as the minutes need it.
func (v *View) copy() {
	l, ok := v.current()
	if !ok {
		return
	}
	name := prose.Names(v.host.State().Land, l.JournalEntry)
	parts := []string{fmt.Sprintf("#%d  %s  %s", l.Seq, v.moment(l.JournalEntry), l.what)}
	if l.Reason != "" {
		parts = append(parts, v.words.T("history.reason")+": "+l.Reason)
	}
	if who := by(l.JournalEntry, name); who != "" {
		parts = append(parts, v.words.T("history.decided-by")+": "+who)
	}
	parts = append(parts, v.words.T("history.recorded-by")+": "+l.Author, v.words.T("history.hash", "Hash", l.Hash))
	v.host.Copy(strings.Join(parts, "\n"))
}

// backTo brings back what the landscape was after the chosen entry, as one new
// entry, after it has shown what that changes.
func (v *View) backTo() {
	l, ok := v.current()
	if !ok {
		return
	}
	t, ws := v.words.T, v.host.Workspace()
	why := kit.NewArea(t("history.why.hint"), 2)
	name := prose.Names(v.host.State().Land)
	what := kit.Body(t("history.back-to.counting"))
	rows := kit.Rows(kit.Space2, kit.Body(t("history.back-to.text", "Seq", l.Seq, "At", v.moment(l.JournalEntry))), what,
		kit.Field(t("history.reason"), why, ""))
	var sheet *kit.Sheet
	sheet = kit.NewSheet(v.host.Window(), t("history.back-to"), 560, rows,
		kit.SheetButton{Text: t("window.cancel")},
		kit.SheetButton{Text: t("history.back-to"), Primary: true, Stays: true, Do: func() {
			if strings.TrimSpace(why.Text) == "" {
				sheet.Fault(t("history.why.need"))
				return
			}
			sheet.Close()
			v.restore(l.Seq, strings.TrimSpace(why.Text))
		}})
	why.OnDone = sheet.Confirm
	sheet.Show(why)
	v.host.Go(t("history.reading"), func(ctx context.Context) func() {
		then, err := ws.At(ctx, l.Seq)
		if err != nil {
			return func() { v.host.Fail(err) }
		}
		text := preview(v.words, landscape.Diff(ws.Landscape(), then), name)
		return func() { what.SetText(text) }
	})
}

// previewed is how many changes are named before one goes back.
const previewed = 8

// preview says what edits will change, a line each.
func preview(w *words.Words, edits []landscape.Edit, name prose.Namer) string {
	if len(edits) == 0 {
		return w.T("history.back-to.same")
	}
	all := []string{w.N("history.back-to.changes", len(edits))}
	for _, e := range edits[:min(len(edits), previewed)] {
		all = append(all, "–  "+prose.Capital(prose.Edits(w, []landscape.Edit{e}, name)))
	}
	if more := len(edits) - previewed; more > 0 {
		all = append(all, w.N("history.more-records", more))
	}
	return strings.Join(all, "\n")
}

func (v *View) restore(seq uint64, reason string) {
	ws := v.host.Workspace()
	v.host.Go(v.words.T("history.back-to"), func(ctx context.Context) func() {
		entry, err := ws.Restore(ctx, seq, workspace.Why{Reason: reason})
		return func() {
			if err != nil {
				v.host.Fail(err)
				return
			}
			v.host.Notice(v.words.T("history.back-to.done", "Seq", seq, "Entry", entry.Seq))
		}
	})
}

// verify checks the whole chain and says what it found.
func (v *View) verify() {
	ws := v.host.Workspace()
	v.host.Go(v.words.T("history.verifying"), func(ctx context.Context) func() {
		report, err := ws.Verify(ctx, "")
		return func() {
			if err != nil {
				v.host.Fail(err)
				return
			}
			text := v.words.T("history.whole", "N", v.head.Seq, "Hash", v.head.Hash)
			if !report.Whole() {
				text = v.words.T("history.not-whole")
			}
			sheet := kit.NewSheet(v.host.Window(), v.words.T("history.verify"), 560, kit.Body(text),
				kit.SheetButton{Text: v.words.T("history.copy-hash"), Do: func() { v.host.Copy(v.head.Hash) }},
				kit.SheetButton{Text: v.words.T("window.close"), Primary: true})
			sheet.Show(nil)
		}
	})
}

// reverse takes the chosen entry back and leaves what came after it, as a new
// entry with its reason.
func (v *View) reverse() {
	l, _ := v.current()
	if v.whyNotReverse() != "" {
		return
	}
	t := v.words.T
	why := kit.NewArea(t("history.why.hint"), 2)
	text := kit.Rows(kit.Space2, kit.Body(l.what), kit.Body(t("history.reverse.text")), kit.Field(t("history.reason"), why, ""))
	var sheet *kit.Sheet
	sheet = kit.NewSheet(v.host.Window(), t("history.reverse"), 520, text,
		kit.SheetButton{Text: t("window.cancel")},
		kit.SheetButton{Text: t("history.reverse"), Primary: true, Stays: true, Do: func() {
			reason := strings.TrimSpace(why.Text)
			if reason == "" {
				sheet.Fault(t("history.why.need"))
				return
			}
			sheet.Close()
			v.takeBack(l, reason)
		}})
	why.OnDone = sheet.Confirm
	sheet.Show(why)
}

// takeBack records the reversal; who decided the entry decides that too.
func (v *View) takeBack(l line, reason string) {
	v.host.Change(workspace.Why{Reason: reason, DecidedBy: l.DecidedBy}, v.host.Workspace().Reverse(l.Seq), nil)
}

// whyNotReverse says why the chosen entry cannot be taken back.
func (v *View) whyNotReverse() string {
	s := v.host.State()
	if s.Reads() {
		return s.WhyNot()
	}
	if l, ok := v.current(); !ok || l.Seq < 2 {
		return v.words.T("history.none-chosen")
	}
	return ""
}
