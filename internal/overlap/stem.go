package overlap

import (
	"strings"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/dutch"
)

// stem gives the stem of a folded word. Irregular forms come from the list of
// stems. A verb form that the stemmer leaves (gestalkt, afhoudt) becomes the
// verb's stem where the lists or the landscape know that.
func (x *lexicon) stem(word string) string {
	if x.off.NoStems {
		return word
	}
	base, listed := x.stems[word]
	if listed {
		word = base
	}
	s, ok := x.plain[word]
	if !ok {
		s = plainStem(word)
	}
	if listed || len(x.terms[s]) > 0 {
		return s
	}
	for _, verb := range verbs(s) {
		if x.known[verb] {
			return verb
		}
	}
	return s
}

// plainStem is the Snowball stem, mended where Dutch spelling hides that two
// forms are one: final z is s (huizen, huis), final v is f, doubled consonants
// are single (straffen, straf).
func plainStem(word string) string {
	env := snowballstem.NewEnv(word)
	dutch.Stem(env)
	return mend(env.Current())
}

func mend(stem string) string {
	n := len(stem)
	if n < 3 {
		return stem
	}
	if last := stem[n-1]; last == stem[n-2] && !strings.ContainsRune("aeiou", rune(last)) {
		stem, n = stem[:n-1], n-1
	}
	switch stem[n-1] {
	case 'z':
		return stem[:n-1] + "s"
	case 'v':
		return stem[:n-1] + "f"
	}
	return stem
}

// verbMin is the least length of a verb's stem that is found by taking off.
const verbMin = 4

// particles stand before the ge- of a past participle (aangerand, opgesloten).
var particles = []string{"", "aan", "af", "bij", "door", "in", "mee", "na", "om", "op", "over", "toe", "uit", "voor", "weg"}

// verbs gives what a word's stem may be if the word is a verb form: without
// the -t of the third person, without the ge- and the -t or -d of a past
// participle.
func verbs(stem string) []string {
	var found []string
	add := func(s string) {
		if len(s) >= verbMin {
			found = append(found, plainStem(s))
		}
	}
	for _, p := range particles {
		rest, ok := strings.CutPrefix(stem, p+"ge")
		if !ok || len(rest) < verbMin {
			continue
		}
		if last := rest[len(rest)-1]; last == 't' || last == 'd' {
			add(p + rest[:len(rest)-1])
		}
		if p != "" {
			add(p + rest)
		}
	}
	if strings.HasSuffix(stem, "t") {
		add(stem[:len(stem)-1])
	}
	return found
}
