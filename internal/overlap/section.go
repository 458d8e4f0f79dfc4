package overlap

import (
	"slices"
	"sync"

	"snijvlak/internal/landscape"
)

// section is one immutable inverted index over a number of items. An index is
// one large section, and a small one with what changed since.
type section struct {
	docs     []*document
	dict     map[string]int32
	postings [][]posting
	// words are the single words of the items; the look-alikes of a word are
	// found among them.
	words   []wordEntry
	threes  grams
	fives   grams
	lengths float64 // the sum over the documents
	tallies sync.Pool
	// size and standing of each document, side by side for the scoring of all
	size, standing []float32
	// seen are the words of the items, for reading them again.
	seen map[string]*entry
	// names gives the documents by their tidied names.
	names map[string][]int32
	// made when first asked for: the terms by number, and how they are written
	keys    func() []string
	writing func() map[string]string
}

type posting struct {
	doc int32
	tf  float32
}

type wordEntry struct {
	text string
	term int32
}

// document is one item as indexed.
type document struct {
	node     *landscape.Node
	passages []passage
	excluded []passage // not for
	terms    []int32   // all, sorted: for taking the document out again
	length   float32
	listed   bool // on the overview of the day, or succeeding what is
	status   landscape.Status
}

// builder collects documents into a section.
type builder struct {
	r *reader
	s *section
	// tf of the document at hand by term, and the terms that have any.
	tf      []float32
	touched []int32
}

func newBuilder(x *lexicon) *builder {
	return &builder{r: newReader(x, nil), s: &section{dict: map[string]int32{}}}
}

func (b *builder) term(key string) int32 {
	t, ok := b.s.dict[key]
	if !ok {
		t = int32(len(b.s.postings))
		b.s.dict[key] = t
		b.s.postings = append(b.s.postings, nil)
		b.tf = append(b.tf, 0)
	}
	return t
}

// itemLimit bounds the words of one passage.
const itemLimit = 2000

func (b *builder) add(d *document) {
	for i := range d.passages {
		b.index(d, &d.passages[i])
	}
	for i := range d.excluded {
		b.exclude(&d.excluded[i])
	}
	slices.Sort(b.touched)
	d.terms = slices.Clone(b.touched)
	doc := int32(len(b.s.docs))
	for _, t := range b.touched {
		b.s.postings[t] = append(b.s.postings[t], posting{doc, b.tf[t]})
		b.tf[t] = 0
	}
	b.touched = b.touched[:0]
	b.s.lengths += float64(d.length)
	b.s.docs = append(b.s.docs, d)
}

func (b *builder) index(d *document, p *passage) {
	words := b.r.read(p.text, itemLimit)
	if p.whole {
		words = asOne(words)
	}
	for _, w := range words {
		if !w.term && !w.stop {
			d.length += p.weight
			b.name(w)
		}
		for _, f := range b.terms(w) {
			p.terms = append(p.terms, f.term)
			if b.tf[f.term] == 0 {
				b.touched = append(b.touched, f.term)
			}
			b.tf[f.term] += f.tf * p.weight
		}
	}
	slices.Sort(p.terms)
	p.terms = slices.Compact(p.terms)
}

// asOne leaves of the words of a name only the name as a whole: one word of
// "Ministerie van Justitie en Veiligheid" is not the ministry.
func asOne(words []word) []word {
	single := slices.IndexFunc(words, func(w word) bool { return w.term })
	if single < 0 {
		single = len(words)
	}
	if single < 2 {
		return words[:single]
	}
	for _, w := range words[single:] {
		if w.start == words[0].start && w.end == words[single-1].end {
			return []word{w}
		}
	}
	return nil
}

// said is a feature by number.
type said struct {
	term int32
	tf   float32
}

// terms gives the features of a word by number, made once for each word.
func (b *builder) terms(w word) []said {
	if w.swallowed {
		return nil
	}
	if w.said != nil {
		return w.said
	}
	fs := []said{}
	for _, f := range b.r.x.features(w) {
		fs = append(fs, said{b.term(f.key), f.tf})
	}
	w.said = fs
	return fs
}

// exclude notes what an item is not for, apart from what it is for.
func (b *builder) exclude(p *passage) {
	for _, w := range b.r.read(p.text, itemLimit) {
		if w.dull {
			continue
		}
		for _, f := range b.r.x.features(w) {
			t := b.term(excludedKey(f.key))
			p.terms = append(p.terms, t)
			if b.tf[t] == 0 {
				b.touched = append(b.touched, t)
			}
			b.tf[t] = 1
		}
	}
}

func (b *builder) name(w word) {
	if w.listed || w.swallowed || len(w.text) < 4 {
		return
	}
	w.listed = true
	b.s.words = append(b.s.words, wordEntry{w.text, b.term(wordKey(w.stem))})
}

func (b *builder) finish() *section {
	var both sync.WaitGroup
	both.Go(func() { b.s.threes = newGrams(3, b.s.words) })
	both.Go(func() { b.s.fives = newGrams(5, b.s.words) })
	both.Wait()
	b.s.seen = b.r.seen
	for _, d := range b.s.docs {
		b.s.size = append(b.s.size, d.length)
		b.s.standing = append(b.s.standing, d.standing())
	}
	b.s.tallies.New = func() any { return newTally(b.s) }
	b.s.keys = sync.OnceValue(b.s.byNumber)
	b.s.writing = sync.OnceValue(b.s.asWritten)
	return b.s
}

// nameAll makes bottlenecks and actions findable by their whole text.
func (s *section) nameAll() {
	s.names = map[string][]int32{}
	for i, d := range s.docs {
		if d.node.Type != landscape.Initiative {
			key := tidy(d.node.Name())
			s.names[key] = append(s.names[key], int32(i))
		}
	}
}

// feature is one thing a word says, and how loudly.
type feature struct {
	key string
	tf  float32
}

// Kinds of terms in the index, by the first letter of their key.
func wordKey(stem string) string    { return "w" + stem }
func partKey(stem string) string    { return "p" + stem }
func familyKey(name string) string  { return "c" + name }
func narrowKey(name string) string  { return "n" + name }
func relatedKey(name string) string { return "r" + name }

// features of a word: itself, its parts as a compound, the families it or a
// part of it belongs to.
func (x *lexicon) features(w word) []feature {
	if w.swallowed || w.stop && len(w.refs) == 0 {
		return nil
	}
	fs := []feature{{wordKey(w.stem), 1}}
	for _, p := range w.parts {
		fs = append(fs, feature{partKey(p), 1})
		for _, r := range x.terms[p] {
			if r.level == same {
				fs = append(fs, feature{familyKey(x.names[r.family]), 0.5})
			}
		}
	}
	for _, r := range w.refs {
		name := x.names[r.family]
		fs = append(fs, feature{[]string{familyKey(name), narrowKey(name), relatedKey(name)}[r.level], 1})
	}
	return fs
}
