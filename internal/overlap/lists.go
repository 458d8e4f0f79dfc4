package overlap

import (
	"slices"
	"strings"

	"snijvlak/internal/landscape"
)

// Lists are the words the engine knows, as shipped in data/words.
type Lists struct {
	Families []Family
	// Never holds pairs of terms that look alike and are not. A term of more
	// words swallows them: in "veilig thuis" there is no "thuis".
	Never [][2]string
	// Parts make up compounds; Whole are never split.
	Parts, Whole []string
	// Boilerplate weighs little, Stopwords nothing.
	Boilerplate, Stopwords []string
	// Stems gives for a word the word whose stem it shares.
	Stems map[string]string
}

// Family is one concept with its words.
type Family struct {
	ID                                     string
	Same, Abbreviations, Narrower, Related []string
}

// With gives the lists with the terms of a landscape added or suppressed. The
// first word of a term says which family is meant. The words are those of the
// term, after its name where it has only one.
func (l Lists) With(terms []*landscape.Node) Lists {
	l.Families = slices.Clone(l.Families)
	l.Never = slices.Clone(l.Never)
	for _, t := range terms {
		words := t.All(landscape.Words)
		if len(words) < 2 && !slices.Contains(words, t.Name()) {
			words = append([]string{t.Name()}, words...)
		}
		if t.Flag(landscape.Suppress) {
			l.suppress(t.Get(landscape.Sense), words)
		} else {
			l.add(string(t.ID), t.Get(landscape.Sense), words)
		}
	}
	return l
}

func (l *Lists) add(id, sense string, words []string) {
	if sense == "never" {
		for _, w := range words[1:] {
			l.Never = append(l.Never, [2]string{words[0], w})
		}
		return
	}
	i := slices.IndexFunc(l.Families, func(f Family) bool { return f.means(words[0]) })
	if i < 0 {
		l.Families = append(l.Families, Family{ID: id, Same: words[:1]})
		i = len(l.Families) - 1
	}
	f := &l.Families[i]
	switch sense {
	case "abbreviation":
		f.Abbreviations = slices.Concat(f.Abbreviations, words[1:])
	case "narrower":
		f.Narrower = slices.Concat(f.Narrower, words[1:])
	case "related":
		f.Related = slices.Concat(f.Related, words[1:])
	default:
		f.Same = slices.Concat(f.Same, words[1:])
	}
}

// suppress takes the later words out of the families that hold the first; a
// word by itself out of all.
func (l *Lists) suppress(sense string, words []string) {
	if sense == "never" {
		l.Never = slices.DeleteFunc(l.Never, func(p [2]string) bool {
			return holds(words, p[0]) && holds(words, p[1])
		})
		return
	}
	gone := words
	if len(words) > 1 {
		gone = words[1:]
	}
	for i, f := range l.Families {
		if f.means(words[0]) || holds(f.Narrower, words[0]) || holds(f.Related, words[0]) {
			l.Families[i] = f.without(gone)
		}
	}
}

func (f Family) means(word string) bool { return holds(f.Same, word) || holds(f.Abbreviations, word) }

func (f Family) without(words []string) Family {
	drop := func(list []string) []string {
		return slices.DeleteFunc(slices.Clone(list), func(w string) bool { return holds(words, w) })
	}
	return Family{f.ID, drop(f.Same), drop(f.Abbreviations), drop(f.Narrower), drop(f.Related)}
}

func holds(list []string, word string) bool {
	key := looseKey(word)
	return slices.ContainsFunc(list, func(w string) bool { return looseKey(w) == key })
}

// looseKey is the same for the forms of a word.
func looseKey(term string) string {
	var stems []string
	for _, t := range tokenize(term, termWords) {
		stems = append(stems, plainStem(t.joined()))
	}
	return strings.Join(stems, " ")
}
