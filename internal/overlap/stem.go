package overlap

import (
	"strings"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/dutch"
)

// stem gives the Snowball stem of a folded word, mended where Dutch spelling
// hides that two forms are one: final z is s (huizen, huis), final v is f, and
// doubled consonants are single (straffen, straf). Irregular forms come from
// the list of stems.
func (x *lexicon) stem(word string) string {
	if x.off.NoStems {
		return word
	}
	if base, ok := x.stems[word]; ok {
		word = base
	}
	return mend(snowball(word))
}

func snowball(word string) string {
	env := snowballstem.NewEnv(word)
	dutch.Stem(env)
	return env.Current()
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
