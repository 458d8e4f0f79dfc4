package desktop

import (
	"errors"
	"strings"

	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
	"snijvlak/internal/overlap"
	"snijvlak/internal/scene"
	"snijvlak/internal/workspace"
)

// This file is the one place that turns errors into sentences. A sentence says
// what is wrong and what to do next.

// plainErrors are errors with the keys of their sentences, the more precise
// ones first.
var plainErrors = []struct {
	err error
	key string
}{
	{workspace.ErrPending, "pending"},
	{workspace.ErrBusy, "busy"},
	{workspace.ErrMissing, "missing"},
	{workspace.ErrExists, "exists"},
	{workspace.ErrEmpty, "empty"},
	{workspace.ErrNewer, "newer"},
	{workspace.ErrForeign, "foreign"},
	{workspace.ErrDamaged, "damaged"},
	{workspace.ErrReadOnly, "read-only"},
	{workspace.ErrNoSpace, "no-space"},
	{workspace.ErrUnknown, "unknown"},
	{workspace.ErrNothing, "nothing"},
	{workspace.ErrNoUndo, "no-undo"},
	{workspace.ErrNoRedo, "no-redo"},
	{workspace.ErrConflict, "conflict"},
	{overlap.ErrBSN, "bsn"},
	{scene.ErrNothing, "picture-empty"},
}

// sentence says what is wrong. An error of our own making that is a sentence
// already, as of a field, is shown as it is.
func (w *Window) sentence(err error) string {
	var invalid *landscape.Invalid
	var faults Faults
	var conflict *workspace.Conflict
	var said *saidError
	switch {
	case errors.As(err, &said):
		return said.text
	case errors.As(err, &faults):
		return w.faultText(faults)
	case errors.As(err, &conflict):
		return w.words.T("window.error.conflict-by", "What", w.subject(conflict.Key),
			"Author", conflict.Later.Author, "Time", w.clock(conflict.Later.At))
	case errors.As(err, &invalid) && !errors.Is(err, workspace.ErrDamaged):
		return w.findings(invalid.Findings)
	}
	for _, p := range plainErrors {
		if errors.Is(err, p.err) {
			return w.words.T("window.error." + p.key)
		}
	}
	return w.words.T("window.error.other", "Text", err.Error())
}

// saidError is an error that is a sentence already.
type saidError struct{ text string }

func (e *saidError) Error() string { return e.text }

// findings are what the model forbids, a line each.
func (w *Window) findings(all []landscape.Finding) string {
	var lines []string
	for _, f := range all {
		lines = append(lines, kit.FindingText(w.words, f))
	}
	return strings.Join(lines, "\n")
}

// maxFaults is how many faults of a file are shown at once.
const maxFaults = 12

func (w *Window) faultText(faults Faults) string {
	lines := []string{w.words.N("fault.head", len(faults))}
	for i, f := range faults {
		if i == maxFaults {
			lines = append(lines, w.words.N("fault.more", len(faults)-i))
			break
		}
		lines = append(lines, w.fault(f))
	}
	return strings.Join(append(lines, w.words.T("fault.tail")), "\n")
}

func (w *Window) fault(f Fault) string {
	text := ""
	if f.Finding != nil {
		text = kit.FindingText(w.words, *f.Finding)
	} else {
		args := append(f.Args, "", "")
		text = w.words.T("fault."+f.Code, "First", args[0], "Second", args[1])
	}
	if f.Line > 0 {
		return w.words.T("window.fault-line", "Line", f.Line, "Text", text)
	}
	return text
}

// Fail is part of kit.Host.
func (w *Window) Fail(err error) {
	if err == nil {
		return
	}
	w.tell(w.words.T("window.sorry"), w.sentence(err))
}

// tell shows a text in a dialog.
func (w *Window) tell(title, text string) {
	kit.NewSheet(w.win, title, 480, kit.Body(text),
		kit.SheetButton{Text: w.words.T("window.close"), Primary: true}).Show(nil)
}
