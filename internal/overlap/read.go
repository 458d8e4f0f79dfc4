package overlap

import "strings"

// word is what the lexicon makes of one token or of a term of several.
type word struct {
	text  string // as folded, for looking alike
	stem  string
	parts []string // stems of the parts of a compound
	refs  []ref
	stop  bool
	dull  bool
	// inside a term of several words: counts for less by itself.
	inside bool
	// swallowed by a term that must not be taken apart.
	swallowed  bool
	term       bool // a term of several words
	start, end int
}

// reader turns texts into words and remembers the words it has seen. It is not
// for use by two goroutines at once.
type reader struct {
	x    *lexicon
	seen map[string]word
}

func newReader(x *lexicon) *reader { return &reader{x, map[string]word{}} }

// read gives the words of a text and the terms of several words in it.
func (r *reader) read(text string, limit int) []word {
	tokens := r.x.joinPrefixes(tokenize(text, limit))
	words := make([]word, 0, len(tokens)+4)
	for _, t := range tokens {
		words = append(words, r.word(t))
	}
	return append(words, r.terms(words)...)
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
	return len(x.terms[s]) > 0 || x.vocabulary[s]
}

func (r *reader) word(t token) word {
	key := t.text
	if t.capitals && len(key) <= 2 {
		key = "^" + key
	}
	w, ok := r.seen[key]
	if !ok {
		w = r.x.understand(t)
		r.seen[strings.Clone(key)] = w
	}
	w.start, w.end = t.start, t.end
	return w
}

func (x *lexicon) understand(t token) word {
	joined := t.joined()
	w := word{text: joined, stem: x.stem(joined)}
	short := x.short[shortOf(t)]
	w.stop = x.stop[joined] && len(short) == 0 || len(joined) < 2
	w.dull = x.dull[w.stem]
	for _, r := range x.terms[w.stem] {
		w.refs = addRef(w.refs, r)
	}
	for _, r := range short {
		w.refs = addRef(w.refs, r)
	}
	if !w.stop && !x.off.NoCompounds {
		w.parts = x.partsOf(t.text, joined)
	}
	return w
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
		w := word{refs: b.refs, term: true, start: words[at].start, end: words[at+n-1].end}
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
