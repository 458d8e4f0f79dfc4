package workspace

import (
	"fmt"
	"slices"
	"strings"

	"snijvlak/internal/landscape"
)

// This file is the gate that every text passes on its way in: those of the
// records and those that only the journal keeps.

// BSNError is the error for a text that may hold a citizen service number. It
// names the record and does not say the number; the key of a new record may hold
// it. Without a key it is about what the journal keeps beside the records: the
// reason, who decided, the name of a file.
type BSNError struct{ Key landscape.Key }

func (e *BSNError) Error() string {
	return fmt.Sprintf("%s: the text may hold a citizen service number", landscape.MaskBSN(string(e.Key)))
}

// written is a text without the checksum behind the name of an origin, whose
// digits are no number.
func written(text string) string {
	name, _, _ := strings.Cut(text, " sha256:")
	return name
}

// texts are what a person wrote of the why.
func (why *Why) texts() []*string {
	texts := []*string{&why.Reason, &why.DecidedBy, &why.NotBSN, &why.Origin}
	if why.Checked != nil {
		checked := *why.Checked // of the caller
		why.Checked = &checked
		texts = append(texts, &checked.Answer)
	}
	return texts
}

// Screen gives the edits and the why as they may be kept: clean, and without a
// citizen service number. The error is a *BSNError or a *landscape.TextError.
// With why.NotBSN such a number stays in the records; the journal keeps what it
// is instead, and never the number among its own texts, which cannot be
// corrected.
func Screen(edits []landscape.Edit, author string, why Why) ([]landscape.Edit, Why, error) {
	edits, err := landscape.Clean(edits)
	if err != nil {
		return nil, why, err
	}
	inWhy, err := why.clean()
	if err != nil {
		return nil, why, err
	}
	key, found := landscape.BringsBSN(edits)
	if !found && !inWhy && !landscape.HasBSN(author) {
		return edits, why, nil
	}
	if why.NotBSN == "" {
		return nil, why, &BSNError{Key: key}
	}
	for _, text := range why.texts() {
		name := written(*text)
		*text = landscape.MaskBSN(name) + (*text)[len(name):]
	}
	why.Reason = strings.TrimSpace(why.Reason + " geen BSN: " + why.NotBSN) // of the landscape, hence Dutch
	return edits, why, nil
}

// clean gives the texts their usual form and says whether one of those that are
// kept seems to hold a citizen service number.
func (why *Why) clean() (hasBSN bool, err error) {
	for _, text := range why.texts() {
		clean, ok := landscape.CleanText(*text)
		if !ok {
			return false, &landscape.TextError{}
		}
		*text = clean
		hasBSN = hasBSN || text != &why.NotBSN && landscape.HasBSN(written(clean))
	}
	return hasBSN, nil
}

// Brings gives what a change seems to bring in of personal data, which is
// warned about and not refused. What has no key is in the why.
func Brings(edits []landscape.Edit, why Why) []landscape.PersonalIn {
	found := landscape.BringsPersonal(edits)
	for _, text := range why.texts() {
		for _, kind := range landscape.Personal(written(*text)) {
			if in := (landscape.PersonalIn{Kind: kind}); !slices.Contains(found, in) {
				found = append(found, in)
			}
		}
	}
	return found
}
