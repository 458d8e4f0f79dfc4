package overlap

import (
	"slices"
	"strings"
)

// entry is what the lexicon makes of a word or of a term of several words.
type entry struct {
	text  string // as folded, for looking alike
	stem  string
	parts []string // stems of the parts of a compound
	refs  []ref
	stop  bool
	dull  bool
	term  bool // a term of several words
	// said and listed are the builder's: the features by number, and whether
	// the word is among the section's.
	said   []said
	listed bool
}

// word is an entry where it stands in a text.
type word struct {
	*entry
	// inside a term of several words: counts for less by itself.
	inside bool
	// swallowed by a term that must not be taken apart.
	swallowed  bool
	start, end int
}

// reader turns texts into words and remembers the words it has seen. It is not
// for use by two goroutines at once; what it starts from may be shared.
type reader struct {
	x     *lexicon
	known map[string]*entry // read only
	seen  map[string]*entry
	// memory for the next text
	tokens []token
	words  []word
}

func newReader(x *lexicon, known map[string]*entry) *reader {
	return &reader{x: x, known: known, seen: map[string]*entry{}}
}

// read gives the words of a text and the terms of several words in it; they
// hold until the next text is read.
func (r *reader) read(text string, limit int) []word {
	r.tokens = appendTokens(r.tokens[:0], text, limit)
	words := r.words[:0]
	for _, t := range r.x.joinPrefixes(r.tokens) {
		words = append(words, r.word(t))
	}
	r.words = append(words, r.terms(words)...)
	return r.words
}

// joinPrefixes makes "ex gedetineerde" one word where that is a known word.
func (x *lexicon) joinPrefixes(tokens []token) []token {
	kept := tokens[:0]
	for _, t := range tokens {
		n := len(kept)
		if n > 0 && prefixes[kept[n-1].text] && kept[n-1].end+1 == t.start && x.knows(kept[n-1].text+t.joined()) {
			kept[n-1] = token{kept[n-1].text + "-" + t.text, kept[n-1].start, t.end, false}
			continue
		}
		kept = append(kept, t)
	}
	return kept
}

// knows: the word stands in the lists or in the landscape.
func (x *lexicon) knows(word string) bool {
	s := x.stem(word)
	return len(x.terms[s]) > 0 || x.known[s]
}

func (r *reader) word(t token) word {
	key := t.text
	if t.capitals && len(key) <= 2 {
		key = "^" + key
	}
	e, ok := r.known[key]
	if !ok {
		e, ok = r.seen[key]
	}
	if !ok {
		e = r.x.understand(t)
		r.seen[strings.Clone(key)] = e
	}
	return word{entry: e, start: t.start, end: t.end}
}

func (x *lexicon) understand(t token) *entry {
	joined := strings.Clone(t.joined())
	e := &entry{text: joined, stem: x.stem(joined)}
	short := x.short[shortOf(t)]
	e.stop = x.stop[joined] && len(short) == 0 || len(joined) < 2
	e.dull = x.dull[e.stem]
	for _, r := range slices.Concat(x.terms[e.stem], short) {
		e.refs = addRef(e.refs, r)
	}
	if !e.stop && !x.off.NoCompounds {
		e.parts = x.partsOf(t.text, joined)
	}
	return e
}

// partsOf gives the stems of a compound's parts; none where it is no compound.
func (x *lexicon) partsOf(written, joined string) []string {
	var parts []string
	for _, piece := range strings.Split(written, "-") {
		for _, s := range x.split(piece) {
			if !s.link && len(s.text) > 2 && !prefixes[s.text] {
				parts = append(parts, x.stem(s.text))
			}
		}
	}
	if len(parts) == 1 && !strings.Contains(written, "-") && len(x.split(joined)) == 1 {
		return nil
	}
	return parts
}

// terms finds the longest terms of several words and marks the words in them.
func (r *reader) terms(words []word) []word {
	var found []word
	for at := 0; at < len(words); at++ {
		b, n := r.x.tree.longest(words[at:])
		if n == 0 {
			continue
		}
		w := word{entry: &entry{refs: b.refs, term: true}, start: words[at].start, end: words[at+n-1].end}
		stems := make([]string, n)
		for i := range n {
			stems[i] = words[at+i].stem
			words[at+i].inside = true
			words[at+i].swallowed = words[at+i].swallowed || b.swallows
		}
		w.stem = strings.Join(stems, " ")
		w.text = w.stem
		found = append(found, w)
		at += n - 1
	}
	return found
}

func (b *branch) longest(words []word) (*branch, int) {
	var last *branch
	n := 0
	for i := range words {
		b = b.next[words[i].stem]
		if b == nil {
			break
		}
		if b.whole {
			last, n = b, i+1
		}
	}
	return last, n
}
