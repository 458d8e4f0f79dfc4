package workspace

import "snijvlak/internal/agenda"

// Deciding gives what a decision made through Change needs: who decides and
// when for the rules, and what the journal keeps. With an asker an action that
// is taken up is held against the landscape.
func (w *Workspace) Deciding(ask Asker, m agenda.Move, r Recording) (agenda.Act, Why) {
	why := w.why(r, m.Reason)
	why.Checked = w.checked(ask, m, r)
	return w.act(r), why
}
