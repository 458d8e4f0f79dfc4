package journalview

import (
	"context"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
	"snijvlak/internal/prose"
	"snijvlak/internal/workspace"
)

// most is how many changed records are shown of one entry.
const most = 60

// showDetail shows the chosen entry in full.
func (v *View) showDetail() {
	v.detail.RemoveAll()
	l, ok := v.current()
	if !ok {
		v.detail.Add(kit.Empty(v.words.T("history.empty")))
		return
	}
	t := v.words.T
	name := prose.Names(v.host.State().Land, l.JournalEntry)
	rows := kit.Rows(kit.Space1,
		kit.Secondary(fmt.Sprintf("#%d   %s", l.Seq, v.moment(l.JournalEntry))), kit.Section(l.what))
	fact := func(key, text string) {
		if text != "" {
			rows.Add(kit.Secondary(t(key) + ": " + text))
		}
	}
	if l.Reason != "" {
		rows.Add(kit.Body(t("history.reason") + ": " + l.Reason))
	}
	fact("history.decided-by", by(l.JournalEntry, name))
	fact("history.recorded-by", l.Author)
	if l.Meeting != "" {
		fact("history.meeting", name(l.Meeting))
	}
	fact("history.check", prose.Checked(v.words, l.Checked, name))
	rows.Add(v.buttons(l))
	rows.Add(kit.Divider())
	v.records(rows, l.JournalEntry, name)
	rows.Add(kit.Divider())
	rows.Add(kit.Secondary(t("history.hash", "Hash", l.Hash)))
	v.detail.Add(rows)
	v.detail.Refresh()
}

func (v *View) buttons(l line) fyne.CanvasObject {
	back := kit.NewButton(v.words.T("history.back-to"), v.backTo)
	if v.host.State().Reads() || l.Seq == v.head.Seq {
		back.Disable()
	}
	return kit.Flow(back, kit.FlatButton(v.words.T("history.copy"), v.copy))
}

// records shows what each record was and became; a click selects it.
func (v *View) records(rows *fyne.Container, e workspace.JournalEntry, name prose.Namer) {
	for i, edit := range e.Edits {
		if i == most {
			rows.Add(kit.Secondary(v.words.N("history.more-records", len(e.Edits)-most)))
			return
		}
		one := kit.NewCard(kit.Body(prose.Capital(prose.Edits(v.words, []landscape.Edit{edit}, name))))
		one.OnTapped = func() { v.host.Select(subject(edit)) }
		rows.Add(one)
	}
}

// subject is the node that an edit is about, or the one its relation leaves.
func subject(e landscape.Edit) landscape.ID {
	for _, r := range []*landscape.Record{e.After, e.Before} {
		switch {
		case r == nil:
		case r.Node != nil:
			return r.Node.ID
		default:
			return r.Relation.From
		}
	}
	return ""
}

// copy puts the entry on the clipboard as the minutes need it.
func (v *View) copy() {
	l, ok := v.current()
	if !ok {
		return
	}
	name := prose.Names(v.host.State().Land, l.JournalEntry)
	parts := []string{fmt.Sprintf("#%d  %s  %s", l.Seq, v.moment(l.JournalEntry), l.what)}
	for key, text := range map[string]string{"history.reason": l.Reason} {
		if text != "" {
			parts = append(parts, v.words.T(key)+": "+text)
		}
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
		text := prose.Capital(prose.Edits(v.words, landscape.Diff(ws.Landscape(), then), name))
		return func() { what.SetText(t("history.back-to.changes", "What", text)) }
	})
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
