package overlap

import (
	"math"
	"slices"
	"strings"
)

// unit is one weighty thing a query says: a word, or a term of several words.
// What it says can be found in an item over several bridges.
type unit struct {
	word
	weight  float32
	bridges []bridge
	// conceptPart: a part of the compound is a concept of the field.
	conceptPart bool
}

// bridge leads from a unit to a term of the index.
type bridge struct {
	key   string
	worth float32 // 1: the same word
	kind  ReasonKind
	via   string // the family, the part or the word it looks like
	part  int    // 0: whole; bridges of part 1, 2, … add up
}

// Worth of bridges: how far a match over it counts, measured on the
// development set (ABLATION.md).
const (
	worthCompound = 0.7 // the word is a part of a compound in the item
	worthFamily   = 1   // another word for the same
	worthNarrow   = 0.7 // the query is a kind of what the item says
	worthBroad    = 0.4 // the item says a kind of what the query asks
	worthRelated  = 0.3
	worthPart     = 0.7 // a part of the query's compound is a word of the item
	worthPartPart = 0.5
	worthSpelling = 0.85
	worthLooks    = 0.6 // times the share of grams
)

// Weights of words that say little.
const (
	dullWeight   = 0.15
	insideWeight = 0.4  // the words of a term that counts by itself
	plainWeight  = 0.65 // of a word that is no concept of the field
	plainShare   = 0.6  // of a word that is no concept of the field
	unseenWeight = 0.8  // a word that the landscape does not have at all
)

const (
	queryWords = 4000 // tokens read of a query
	queryUnits = 120  // the weightiest that count
)

// asker reads queries and remembers what it made of each word.
type asker struct {
	ix   *Index
	r    *reader
	memo map[placed]unit
}

// placed is a word as far as its unit depends on where it stands.
type placed struct {
	*entry
	inside bool
}

func (ix *Index) asker() *asker {
	return &asker{ix, newReader(ix.lex, ix.base.seen), map[placed]unit{}}
}

// units reads a query.
func (ix *Index) units(text string) []unit { return ix.asker().units(text) }

func (a *asker) units(text string) []unit {
	var units []unit
	seen := map[string]bool{}
	for _, w := range a.r.read(text, queryWords) {
		if w.swallowed || w.stop && len(w.refs) == 0 || w.term && len(w.refs) == 0 && a.ix.frequency(wordKey(w.stem)) == 0 {
			continue
		}
		if seen[w.stem] {
			continue
		}
		seen[w.stem] = true
		units = append(units, a.unit(w))
	}
	if len(units) > queryUnits {
		slices.SortStableFunc(units, func(a, b unit) int { return compare(b.weight, a.weight) })
		units = units[:queryUnits]
	}
	return units
}

func (a *asker) unit(w word) unit {
	at := placed{w.entry, w.inside}
	u, ok := a.memo[at]
	if !ok {
		u = a.ix.unit(w)
		a.memo[at] = u
	}
	u.word = w
	return u
}

// topical: the unit is a concept of the field, not just a word.
func (u unit) topical() bool { return len(u.refs) > 0 || u.conceptPart }

// telling is how far meeting the unit says that the subject is the same.
func (u unit) telling() float32 {
	if u.topical() {
		return 1
	}
	return plainShare
}

func compare(a, b float32) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

func (ix *Index) unit(w word) unit {
	u := unit{word: w}
	u.direct(ix)
	u.families(ix)
	if len(w.parts) > 0 {
		u.compound(ix)
	}
	if !w.term && !w.stop {
		u.lookAlikes(ix)
	}
	u.bridges = slices.DeleteFunc(u.bridges, func(b bridge) bool { return ix.forbidden(w, b) })
	u.weigh(ix)
	return u
}

// direct: the same word, or the word as a part of a compound.
func (u *unit) direct(ix *Index) {
	u.bridges = append(u.bridges, bridge{key: wordKey(u.stem), worth: 1, kind: Term})
	if !u.term && !u.dull && !ix.lex.off.NoCompounds {
		u.bridges = append(u.bridges, bridge{key: partKey(u.stem), worth: worthCompound, kind: Compound})
	}
}

func (u *unit) families(ix *Index) {
	for _, r := range u.refs {
		u.bridges = append(u.bridges, familyBridges(ix.lex.names[r.family], r.level, 1, 0)...)
	}
}

// familyBridges leads from a term at a level of a family to the family's
// others.
func familyBridges(name string, l level, share float32, part int) []bridge {
	worth := [3][3]float32{ // of the query's level, to that in the item
		same:     {worthFamily, worthBroad, worthRelated},
		narrower: {worthNarrow, worthRelated, 0},
		related:  {worthRelated, 0, 0},
	}[l]
	var bs []bridge
	for to, key := range []string{familyKey(name), narrowKey(name), relatedKey(name)} {
		if worth[to] > 0 {
			bs = append(bs, bridge{key: key, worth: worth[to] * share, kind: Synonym, via: name, part: part})
		}
	}
	return bs
}

// compound: the parts of the query's word, each for its share.
func (u *unit) compound(ix *Index) {
	total := float32(0)
	shares := make([]float32, len(u.parts))
	for i, p := range u.parts {
		shares[i] = ix.rarity(max(ix.frequency(wordKey(p)), ix.frequency(partKey(p))))
		if ix.lex.dull[p] {
			shares[i] *= dullWeight
		}
		total += shares[i]
	}
	for i, p := range u.parts {
		if ix.lex.dull[p] {
			continue
		}
		share := shares[i] / max(total, 0.001)
		u.bridges = append(u.bridges,
			bridge{key: wordKey(p), worth: worthPart * share, kind: Compound, via: p, part: i + 1},
			bridge{key: partKey(p), worth: worthPartPart * share, kind: Compound, via: p, part: i + 1})
		for _, r := range ix.lex.terms[p] {
			if r.level == same {
				u.conceptPart = true
				u.bridges = append(u.bridges, familyBridges(ix.lex.names[r.family], r.level, worthPart*share, i+1)...)
			}
		}
	}
}

// lookAlikes: slips of the fingers and words with a long stretch in common.
func (u *unit) lookAlikes(ix *Index) {
	if len(u.text) < 4 {
		return
	}
	known := ix.lex.isWord(u.entry)
	for _, s := range ix.sections() {
		if !ix.lex.off.NoGrams {
			u.bridges = append(u.bridges, s.resembling(u.word, known, ix.lex)...)
		}
		if !known && !ix.lex.off.NoSpelling {
			u.bridges = append(u.bridges, s.misspelling(u.word, ix.lex)...)
		}
	}
}

const (
	likeMax   = 12   // look-alikes of one word
	likeLeast = 0.25 // of their grams in common
	// spellingLeast: two slips in a long word leave a third of the grams.
	spellingLeast = 0.35
)

// isWord says whether a word is known: from the lists, the landscape, or as a
// compound of known parts only.
func (x *lexicon) isWord(e *entry) bool {
	if e.stop || e.dull || len(e.refs) > 0 || x.known[e.stem] || x.stems[e.text] != "" || x.isLastPart(e.text) {
		return true
	}
	segments := x.split(e.text)
	if len(segments) == 1 {
		return false
	}
	return !slices.ContainsFunc(segments, func(s segment) bool { return !s.link && !x.isLastPart(s.text) })
}

// kindred says whether two words begin alike in more than what says little
// (gemeentehuis, gemeentefonds). A real word has another word of its own only
// with another ending; what it is part of the split says.
func (x *lexicon) kindred(a, b string, known bool) bool {
	n := 0
	for n < min(len(a), len(b)) && a[n] == b[n] {
		n++
	}
	if known && (n < kindredMin || !endings[a[n:]] || !endings[b[n:]]) {
		return false
	}
	return n > 0 && (n < partMin || !x.saysLittle(a[:n]))
}

// kindredMin is how many letters words with another ending have in common.
const kindredMin = 7

// endings make another word of the same kind of thing: who does it, the doing,
// the being.
var endings = map[string]bool{
	"": true, "e": true, "en": true, "n": true, "s": true, "t": true, "d": true, "de": true, "den": true, "te": true,
	"er": true, "ers": true, "aar": true, "aars": true, "ing": true, "ingen": true, "heid": true, "schap": true,
	"end": true, "ende": true, "ig": true, "ige": true, "elijk": true, "elijke": true, "isch": true, "ische": true,
}

// saysLittle: the beginning of a word, but for a link, is a word that says little.
func (x *lexicon) saysLittle(head string) bool {
	for _, link := range links {
		if base, ok := strings.CutSuffix(head, link); ok && (x.dull[x.stem(base)] || x.stop[base] || prefixes[base]) {
			return true
		}
	}
	return false
}

func (s *section) resembling(w word, known bool, x *lexicon) []bridge {
	found := slices.DeleteFunc(s.fives.like(w.text, likeLeast), func(m match) bool {
		other := s.words[m.word].text
		return !x.kindred(w.text, other, known) || x.dull[x.stem(other)]
	})
	slices.SortFunc(found, func(a, b match) int {
		if c := compare(b.overlap, a.overlap); c != 0 {
			return c
		}
		return strings.Compare(s.words[a.word].text, s.words[b.word].text)
	})
	var bs []bridge
	for _, m := range found[:min(likeMax, len(found))] {
		other := s.words[m.word]
		if key := s.keys()[other.term]; key != wordKey(w.stem) {
			bs = append(bs, bridge{key: key, worth: worthLooks * (m.overlap + m.within) / 2, kind: Term, via: other.text})
		}
	}
	return bs
}

func (s *section) misspelling(w word, x *lexicon) []bridge {
	var bs []bridge
	for _, m := range s.threes.like(w.text, spellingLeast) {
		other := s.words[m.word].text
		if w.text[0] == other[0] && misspelt(w.text, other) {
			stem := x.stem(other)
			bs = append(bs, bridge{key: wordKey(stem), worth: worthSpelling, kind: Term, via: other})
			for _, r := range x.terms[stem] {
				bs = append(bs, familyBridges(x.names[r.family], r.level, worthSpelling, 0)...)
			}
		}
	}
	return bs
}

// forbidden: the pair stands in the list of what looks alike and is not.
func (ix *Index) forbidden(w word, b bridge) bool {
	return ix.lex.never[[2]string{w.stem, b.key[1:]}]
}

// weigh gives the unit the weight of what it says: how rare that is here.
func (u *unit) weigh(ix *Index) {
	frequency := max(ix.frequency(wordKey(u.stem)), ix.frequency(partKey(u.stem)))
	spelling := false
	for _, b := range u.bridges {
		n := ix.frequency(b.key)
		if b.kind == Synonym && b.part == 0 && b.worth >= worthNarrow {
			frequency = max(frequency, n)
		}
		if b.worth == worthSpelling && n > 0 {
			spelling, frequency = true, max(frequency, n)
		}
	}
	u.weight = ix.rarity(frequency)
	if frequency == 0 && !spelling {
		u.weight *= unseenWeight
	}
	if u.dull {
		u.weight *= dullWeight
	}
	if u.inside {
		u.weight *= insideWeight
	}
	if !u.topical() {
		u.weight *= plainWeight
	}
}

// rarity is the BM25 idf of a term in so many items, between 0 and 1.
func (ix *Index) rarity(frequency int) float32 {
	n, df := float64(max(ix.live, 1)), float64(frequency)
	idf := math.Log(1 + max(n-df, 0)/(df+0.5))
	return float32(idf / math.Log(1+n/0.5))
}

// tidy is a text as compared with another for being the same: its folded words.
func tidy(text string) string {
	var words []string
	for _, t := range tokenize(text, queryWords) {
		words = append(words, t.joined())
	}
	return strings.Join(words, " ")
}
