package prose

import (
	"snijvlak/internal/agenda"
	"snijvlak/internal/landscape"
	"snijvlak/internal/prose/sheet"
)

// Aloud is what is said of an item while a meeting is held: its cover note
// without what the meeting knows. Of what is decided it says what that did.
func Aloud(s Setting, e agenda.Entry) sheet.Facts {
	var f sheet.Facts
	if e.Item.Get(landscape.Result) != "" {
		f.Add(s.T("paper.decision"), s.decided(e))
	} else {
		f.Add(s.T("paper.requested"), s.asked(e))
		f.Add(s.T("paper.occasion"), s.occasion(e)...)
		f.Add(s.T("paper.dilemma"), e.Item.Get(landscape.Dilemma))
		f.Add(s.T("paper.lies-with"), s.lies(e)...)
		if text := e.Item.Get(landscape.Advice); text != "" {
			f.Add(s.T("paper.advice"), text)
		}
	}
	f.Add(s.T("paper.consequences"), append([]string{e.Item.Get(landscape.Consequences)}, s.sets(e)...)...)
	f.Add(s.T("paper.lead"), s.leads(e))
	return f
}
