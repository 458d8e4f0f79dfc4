package workspace

import (
	"slices"
	"strconv"
	"strings"

	"snijvlak/internal/landscape"
)

// Same is the sense of a term where nothing is said.
const Same = "same"

// Senses are the ways in which the words of a term may belong together.
func Senses() []string {
	spec, _ := landscape.FieldSpecOf(landscape.Term, landscape.Sense) // it has the field
	return spec.Choices
}

// OwnTerm is an addition of the user to the word lists; with Suppress it takes
// the words out of them instead.
type OwnTerm struct {
	Words    []string
	Sense    string
	Suppress bool
}

// AddTerm gives the edits that add a term, and its id. A term that says the
// same already is left as it is.
func (w *Workspace) AddTerm(l *landscape.Landscape, t OwnTerm) ([]landscape.Edit, landscape.ID, error) {
	for _, n := range l.Nodes(landscape.Term) {
		if t.isSaidBy(n) {
			r := &landscape.Record{Node: n}
			return []landscape.Edit{{Key: n.Key(), Before: r, After: r}}, n.ID, nil
		}
	}
	fields := map[landscape.Field][]string{
		landscape.Name: {strings.Join(t.Words, " – ")}, landscape.Words: t.Words, landscape.Sense: {t.Sense},
	}
	if t.Suppress {
		fields[landscape.Suppress] = []string{strconv.FormatBool(true)}
	}
	added := Added{Type: landscape.Term, ID: landscape.Slug(t.Words[0], l.Has), Fields: fields}
	return w.Add(l, added)
}

func (t OwnTerm) isSaidBy(n *landscape.Node) bool {
	return slices.EqualFunc(n.All(landscape.Words), t.Words, strings.EqualFold) &&
		n.Get(landscape.Sense) == t.Sense && n.Flag(landscape.Suppress) == t.Suppress
}
