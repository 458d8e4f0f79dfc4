package command

import (
	"slices"

	"snijvlak/internal/landscape"
)

// personalKeys are the texts for the kinds of personal data.
var personalKeys = map[landscape.PersonalKind]string{
	landscape.Email: "personal.email", landscape.Phone: "personal.phone", landscape.IBAN: "personal.iban",
}

// warnOfPersonal says which records seem to have got personal data, one line
// for each, and never the data itself.
func (a *app) warnOfPersonal(found []landscape.PersonalIn, edits []landscape.Edit) {
	for _, in := range found[:min(len(found), mostFaults)] {
		record := a.recordOf(in.Key)
		if isNamedSo(in.Key, edits) {
			record = a.say.T("error.bsn-new")
		}
		a.tell("%s", a.say.T("personal.warning", "Record", record, "What", a.say.T(personalKeys[in.Kind])))
	}
	if len(found) > mostFaults {
		a.tell("%s", a.say.N("fault.more", len(found)-mostFaults))
	}
}

// isNamedSo says that a new node has personal data in its name, of which its id
// was made.
func isNamedSo(key landscape.Key, edits []landscape.Edit) bool {
	return slices.ContainsFunc(edits, func(e landscape.Edit) bool {
		return e.Key == key && e.Before == nil && e.After.Node != nil && len(landscape.Personal(e.After.Node.Name())) > 0
	})
}
