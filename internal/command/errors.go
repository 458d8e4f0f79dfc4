package command

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"snijvlak/internal/agenda"
	"snijvlak/internal/exchange"
	"snijvlak/internal/landscape"
	"snijvlak/internal/overlap"
	"snijvlak/internal/scene"
	"snijvlak/internal/workspace"
)

// This file is the one place that turns errors into sentences. A sentence says
// what is wrong and what to do next.

// fileError is an error with the file it is about.
type fileError struct {
	path string
	err  error
}

func (e *fileError) Error() string { return e.path + ": " + e.err.Error() }
func (e *fileError) Unwrap() error { return e.err }

// ofFile says which file an error is about.
func (a *app) ofFile(path string, err error) error { return &fileError{path, err} }

// problem finds the sentence and the exit code of an error.
func (a *app) problem(err error) *problem {
	var ready *problem
	if errors.As(err, &ready) {
		return ready
	}
	for _, explain := range []func(error) *problem{a.useProblem, a.recordProblem, a.fileProblem} {
		if p := explain(err); p != nil {
			return p
		}
	}
	return &problem{exitFault, a.say.T("error.other", "Text", err.Error())}
}

// useProblem is for what was asked and cannot be.
func (a *app) useProblem(err error) *problem {
	var unknown *landscape.UnknownID
	var noEntry *workspace.NoEntry
	var taken *workspace.TakenID
	var there *workspace.TakenRelation
	var which *workspace.WhichRelation
	var refused *agenda.Refused
	use := func(key string, pairs ...any) *problem { return &problem{exitUse, a.say.T(key, pairs...)} }
	switch {
	case errors.As(err, &refused):
		return a.refused(refused)
	case errors.As(err, &unknown) && len(unknown.Near) > 0 && len(unknown.ID) > 1: // one letter is like anything
		return use("error.unknown-id-near", "ID", string(unknown.ID), "Near", strings.Join(names(unknown.Near), ", "))
	case errors.As(err, &unknown):
		return use("error.unknown-id", "ID", string(unknown.ID))
	case errors.As(err, &noEntry):
		return use("error.no-entry", "Seq", noEntry.Seq, "Last", noEntry.Last)
	case errors.As(err, &taken):
		return use("error.taken-id", "ID", string(taken.ID))
	case errors.As(err, &there):
		return use("error.taken-relation", "Ref", there.Ref)
	case errors.As(err, &which):
		return &problem{exitUse, a.which(which)}
	case errors.Is(err, workspace.ErrNoUndo):
		return use("error.no-undo")
	case errors.Is(err, workspace.ErrNoRedo):
		return use("error.no-redo")
	case errors.Is(err, ErrNoDrawer):
		return &problem{exitFault, a.say.T("figure.no-drawer")}
	case errors.Is(err, workspace.ErrNothing):
		return use("error.nothing")
	case errors.Is(err, errLong):
		return use("error.long-line")
	}
	return cmp.Or(a.bsnProblem(err), a.textProblem(err), a.pictureProblem(err))
}

// bsnProblem is for a text with what may be a citizen service number, which is
// not repeated.
func (a *app) bsnProblem(err error) *problem {
	var in *workspace.BSNError
	if errors.Is(err, overlap.ErrBSN) {
		return &problem{exitUse, a.say.T("error.bsn")}
	}
	if !errors.As(err, &in) {
		return nil
	}
	return &problem{exitUse, a.say.T("error.bsn-in", "Record", a.recordOf(in.Key))}
}

// textProblem is for a text that does not read as what it says.
func (a *app) textProblem(err error) *problem {
	var in *landscape.TextError
	if !errors.As(err, &in) {
		return nil
	}
	return &problem{exitUse, a.say.T("error.text-in", "Record", a.recordOf(in.Key))}
}

// recordOf names a record in a sentence about its text. An id that holds a
// number is not repeated; without a key it is what stands in the journal only.
func (a *app) recordOf(key landscape.Key) string {
	subject := landscape.Finding{Key: key}.Subject()
	switch {
	case key == "":
		return a.say.T("error.bsn-why")
	case landscape.Mask(subject) != subject:
		return a.say.T("error.bsn-new")
	}
	return subject
}

// pictureProblem is for a picture that cannot be drawn.
func (a *app) pictureProblem(err error) *problem {
	var tall *scene.TooTall
	switch {
	case errors.As(err, &tall):
		return &problem{exitUse, a.say.T("figure.too-tall", "ID", tall.ID, "Page", tall.Page)}
	case errors.Is(err, scene.ErrNothingSince):
		return &problem{exitUse, a.say.T("figure.nothing-since")}
	case errors.Is(err, scene.ErrNothing):
		return &problem{exitUse, a.say.T("figure.nothing")}
	}
	return nil
}

// which names the relations that were meant, with the start that tells them
// apart.
func (a *app) which(e *workspace.WhichRelation) string {
	if len(e.Found) == 0 {
		return a.say.T("error.no-relation", "Ref", e.Ref)
	}
	lines := []string{a.say.T("error.which-relation", "Ref", e.Ref)}
	for _, r := range e.Found {
		start := r.Start.String()
		if start == "" {
			start = "unknown"
		}
		lines = append(lines, fmt.Sprintf("  %-12s %s", start, a.period(r.Period)))
	}
	return strings.Join(lines, "\n")
}

// recordProblem is for what the model or somebody else's change forbids.
func (a *app) recordProblem(err error) *problem {
	var invalid *landscape.Invalid
	var faults exchange.Faults
	var conflict *workspace.Conflict
	var record *landscape.ConflictError
	switch {
	case errors.As(err, &faults):
		return &problem{exitFault, a.faults(faults)}
	case errors.Is(err, workspace.ErrDamaged):
		return nil // the finding in it is of the file, not of what was asked
	case errors.As(err, &invalid):
		return &problem{exitUse, a.findings(invalid.Findings)}
	case errors.As(err, &conflict):
		return &problem{exitFault, a.say.T("error.conflict",
			"Record", landscape.Finding{Key: conflict.Key}.Subject(), "Author", conflict.Later.Author,
			"Seq", conflict.Later.Seq, "Time", a.moment(conflict.Later.At))}
	case errors.As(err, &record):
		return &problem{exitFault, a.say.T("error.record", "Record", landscape.Finding{Key: record.Key}.Subject())}
	}
	return nil
}

// fileErrors are the errors of a landscape file with the keys of their
// sentences. The more precise ones come first.
var fileErrors = []struct {
	err error
	key string
}{
	{workspace.ErrBusy, "file.busy"},
	{workspace.ErrMissing, "file.missing"},
	{workspace.ErrExists, "file.exists"},
	{workspace.ErrEmpty, "file.empty"},
	{workspace.ErrNewer, "file.newer"},
	{workspace.ErrForeign, "file.foreign"},
	{workspace.ErrDamaged, "file.damaged"},
	{workspace.ErrReadOnly, "file.read-only"},
	{workspace.ErrNoSpace, "file.no-space"},
	{workspace.ErrUnknown, "file.unknown"},
	{workspace.ErrConflict, "file.conflict"},
}

func (a *app) fileProblem(err error) *problem {
	if errors.Is(err, context.Canceled) {
		return &problem{exitFault, a.say.T("error.cancelled")}
	}
	for _, f := range fileErrors {
		if errors.Is(err, f.err) {
			return &problem{exitFault, a.withBackup(f.err, a.say.T(f.key, "File", a.fileOf(err)), a.fileOf(err))}
		}
	}
	return nil
}

// lost are the errors of a file that a backup helps with.
var lost = []error{workspace.ErrMissing, workspace.ErrEmpty, workspace.ErrDamaged, workspace.ErrForeign}

// withBackup adds to what is wrong with the landscape file how its newest
// backup is opened.
func (a *app) withBackup(err error, text, path string) string {
	if own, _, pathErr := a.path(); pathErr != nil || own != path || !slices.Contains(lost, err) {
		return text
	}
	return strings.TrimSpace(text + "\n" + a.newestBackup(path))
}

// fileOf is the file an error is about: that which it names, or the landscape.
func (a *app) fileOf(err error) string {
	var of *fileError
	if errors.As(err, &of) {
		return of.path
	}
	path, _, _ := a.path() // it was found before
	return path
}
