package command

import "snijvlak/internal/landscape"

// personalKeys are the texts for the kinds of personal data.
var personalKeys = map[landscape.PersonalKind]string{
	landscape.Email: "personal.email", landscape.Phone: "personal.phone", landscape.IBAN: "personal.iban",
}

// warnOfPersonal says which records seem to have got personal data, one line
// for each, and never the data itself.
func (a *app) warnOfPersonal(found []landscape.PersonalIn) {
	for _, in := range found[:min(len(found), mostFaults)] {
		a.tell("%s", a.say.T("personal.warning", "Record", a.recordOf(in.Key), "What", a.say.T(personalKeys[in.Kind])))
	}
	if len(found) > mostFaults {
		a.tell("%s", a.say.N("fault.more", len(found)-mostFaults))
	}
}
