package overlap

import (
	"runtime"
	"slices"
	"strings"
	"sync"

	"snijvlak/internal/landscape"
)

// lexicon is the word lists made ready: everything by stem. It is immutable.
type lexicon struct {
	stems map[string]string
	stop  map[string]bool // by word
	dull  map[string]bool // by stem: boilerplate
	terms map[string][]ref
	short map[string][]ref // abbreviations, by folded word
	tree  *branch
	parts map[string]bool
	// curated are the parts of the list.
	curated map[string]bool
	whole   map[string]bool
	never   map[[2]string]bool // by stem, in both orders
	names   []string           // of the families
	// known are the stems of all words in the lists and the landscape.
	known map[string]bool
	// plain are the plain stems of those words, made once.
	plain map[string]string
	off   Off
}

// ref says that a term belongs to a family, and how.
type ref struct {
	family int
	level  level
}

type level byte

const (
	same level = iota
	narrower
	related
)

// branch is a tree of terms of more than one word, by stem.
type branch struct {
	next  map[string]*branch
	refs  []ref
	whole bool // a term ends here
	// swallows: its words do not count by themselves.
	swallows bool
}

// kindWords say what kind of thing a table is, not what it is about.
var kindWords = []string{
	"bestuurlijk", "bestuurlijke", "overleg", "programma", "actieprogramma", "actieplan", "plan", "agenda",
	"werkagenda", "meerjarenagenda", "stuurgroep", "regiegroep", "netwerk", "nationaal", "nationale", "landelijk",
	"landelijke", "interdepartementaal", "interdepartementale", "regionaal", "regionale", "aanpak",
}

// newLexicon makes the lists ready. Compounds are also split at the words of
// the landscape, the vocabulary.
func newLexicon(l Lists, vocabulary []string, off Off) *lexicon {
	x := &lexicon{
		off: off, known: map[string]bool{}, plain: map[string]string{},
		stems: map[string]string{}, stop: map[string]bool{}, dull: map[string]bool{},
		terms: map[string][]ref{}, short: map[string][]ref{}, tree: &branch{},
		parts: map[string]bool{}, curated: map[string]bool{}, whole: map[string]bool{}, never: map[[2]string]bool{},
	}
	for word, base := range l.Stems {
		x.stems[foldWord(word)] = foldWord(base)
	}
	x.know(l, vocabulary)
	for _, w := range l.Stopwords {
		x.stop[foldWord(w)] = true
	}
	for _, w := range slices.Concat(l.Boilerplate, kindWords) {
		x.dull[x.stem(foldWord(w))] = true
	}
	for _, w := range l.Parts {
		x.parts[foldWord(w)], x.curated[foldWord(w)] = true, true
	}
	for _, w := range vocabulary {
		s := x.stem(w)
		if len(w) > partMin && !x.stop[w] && !x.dull[s] {
			x.parts[w] = true
		}
	}
	for _, w := range l.Whole {
		x.whole[foldWord(w)] = true
	}
	for i, f := range l.Families {
		x.addFamily(i, f)
	}
	for _, p := range l.Never {
		x.addNever(p[0], p[1])
	}
	return x
}

// know collects the plain stems of all words in the lists and the landscape.
func (x *lexicon) know(l Lists, vocabulary []string) {
	var words []string
	seen := map[string]bool{}
	note := func(w string) {
		if !seen[w] {
			seen[w] = true
			words = append(words, w)
		}
	}
	var tokens []token
	for _, f := range l.Families {
		for _, terms := range [][]string{f.Same, f.Abbreviations, f.Narrower, f.Related} {
			for _, term := range terms {
				tokens = appendTokens(tokens[:0], term, termWords)
				for _, t := range tokens {
					note(t.joined())
				}
			}
		}
	}
	for _, w := range vocabulary {
		note(w)
	}
	stems := make([]string, len(words))
	spread(len(words), func(from, to int) {
		for i := from; i < to; i++ {
			stems[i] = plainStem(words[i])
		}
	})
	for i, w := range words {
		x.plain[w] = stems[i]
		x.known[stems[i]] = true
	}
}

// spread does the work of n things on all cores, each a stretch of them.
func spread(n int, work func(from, to int)) {
	parts := min(runtime.GOMAXPROCS(0), n)
	var all sync.WaitGroup
	for i := range parts {
		all.Go(func() { work(i*n/parts, (i+1)*n/parts) })
	}
	all.Wait()
}

// termWords bounds the words of a term.
const termWords = 16

func foldWord(s string) string {
	if plainEnd(s, 0) == len(s) {
		return s
	}
	var b strings.Builder
	for i, t := range tokenize(s, termWords) {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(t.joined())
	}
	return b.String()
}

func (x *lexicon) addFamily(i int, f Family) {
	x.names = append(x.names, f.ID)
	for l, terms := range [][]string{f.Same, f.Narrower, f.Related} {
		for _, t := range terms {
			x.addTerm(t, ref{i, level(l)})
		}
	}
	for _, t := range f.Abbreviations {
		if key := shortKey(t); key != "" {
			x.short[key] = append(x.short[key], ref{i, same})
		} else {
			x.addTerm(t, ref{i, same})
		}
	}
}

// shortKey is how an abbreviation is looked up: two letters only in capitals
// (OM is not "om").
func shortKey(term string) string {
	tokens := tokenize(term, 2)
	if len(tokens) != 1 {
		return ""
	}
	return shortOf(tokens[0])
}

func shortOf(t token) string {
	word := t.joined()
	if len(word) <= 2 {
		if !t.capitals {
			return ""
		}
		return strings.ToUpper(word)
	}
	return word
}

func (x *lexicon) addTerm(term string, r ref) {
	stems := x.stemsOf(term)
	switch len(stems) {
	case 0:
	case 1:
		x.terms[stems[0]] = addRef(x.terms[stems[0]], r)
	default:
		b := x.tree.grow(stems)
		b.refs = addRef(b.refs, r)
	}
}

// addRef keeps of one family the closest level.
func addRef(refs []ref, r ref) []ref {
	for i, old := range refs {
		if old.family == r.family {
			refs[i].level = min(old.level, r.level)
			return refs
		}
	}
	return append(refs, r)
}

// addNames makes the names of organisations terms, of which one word is no
// sign of the organisation.
func (x *lexicon) addNames(organisations []*landscape.Node) {
	for _, n := range organisations {
		for _, f := range nameFields {
			for _, v := range n.All(f) {
				if stems := x.stemsOf(v); len(stems) > 1 {
					x.tree.grow(stems)
				}
			}
		}
	}
}

func (x *lexicon) stemsOf(term string) []string {
	var stems []string
	for _, t := range tokenize(term, termWords) {
		stems = append(stems, x.stem(t.joined()))
	}
	return stems
}

func (b *branch) grow(stems []string) *branch {
	for _, s := range stems {
		if b.next == nil {
			b.next = map[string]*branch{}
		}
		if b.next[s] == nil {
			b.next[s] = &branch{}
		}
		b = b.next[s]
	}
	b.whole = true
	return b
}

func (x *lexicon) addNever(a, b string) {
	sa, sb := x.stemsOf(a), x.stemsOf(b)
	for _, stems := range [][]string{sa, sb} {
		if len(stems) > 1 {
			x.tree.grow(stems).swallows = true
		}
	}
	if len(sa) > 0 && len(sb) > 0 {
		ka, kb := strings.Join(sa, " "), strings.Join(sb, " ")
		x.never[[2]string{ka, kb}], x.never[[2]string{kb, ka}] = true, true
	}
}
