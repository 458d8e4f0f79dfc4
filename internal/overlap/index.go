package overlap

import (
	"maps"
	"slices"
	"strings"
	"sync"

	"snijvlak/internal/landscape"
)

// Engine finds overlap with given word lists.
type Engine struct {
	lists Lists
	off   Off
}

// Off says which components of the engine are off; for measuring what each
// is worth.
type Off struct {
	NoStems, NoCompounds, NoFamilies, NoGrams, NoSpelling bool
}

// New makes an engine of the word lists.
func New(lists Lists) *Engine { return &Engine{lists: lists} }

// Without is the engine with components off.
func (e *Engine) Without(off Off) *Engine { return &Engine{e.lists, off} }

// Index is a landscape on a day made ready for questions: an immutable value,
// safe to read from any goroutine.
type Index struct {
	engine *Engine
	land   *landscape.Landscape
	day    landscape.Date
	lex    *lexicon
	base   *section
	delta  *section
	// dead are the documents of base that the delta replaces or that are gone,
	// gone how many of them held each term.
	dead []bool
	gone map[int32]int32
	live int
	// edition is what the overview lists, place where base holds an item.
	edition map[landscape.ID]bool
	place   map[landscape.ID]int
	mean    float32 // length of a document
	// norm holds what is usual in this landscape; made when first asked for.
	norm func() norms
}

var indexed = []landscape.Type{landscape.Initiative, landscape.Bottleneck, landscape.Action}

// Index reads a landscape as of a day. Compounds are also split at the
// landscape's own words.
func (e *Engine) Index(l *landscape.Landscape, day landscape.Date) *Index {
	lists := e.lists.With(l.Nodes(landscape.Term))
	if e.off.NoFamilies {
		lists.Families = nil
	}
	ix := &Index{engine: e, land: l, day: day, edition: editionOn(l, day), place: map[landscape.ID]int{}}
	docs := ix.documents(l.Nodes(indexed...))
	words := vocabulary(docs)
	ix.lex = newLexicon(lists, words, e.off)
	ix.lex.addNames(l.Nodes(landscape.Organisation))
	ix.base = sectionOf(ix.lex, docs, words)
	ix.delta = sectionOf(ix.lex, nil, nil)
	ix.dead = make([]bool, len(docs))
	for i, d := range docs {
		ix.place[d.node.ID] = i
	}
	ix.base.nameAll()
	ix.delta.nameAll()
	return ix.settle()
}

// sectionOf indexes items. The words that they are known to hold are looked at
// beforehand, on all cores.
func sectionOf(x *lexicon, docs []*document, words []string) *section {
	b := newBuilder(x)
	entries := make([]*entry, len(words))
	spread(len(words), func(from, to int) {
		for i := from; i < to; i++ {
			entries[i] = x.understand(token{text: words[i]})
		}
	})
	for i, w := range words {
		b.r.seen[w] = entries[i]
	}
	for _, d := range docs {
		b.add(d)
	}
	return b.finish()
}

func (ix *Index) documents(nodes []*landscape.Node) []*document {
	docs := make([]*document, 0, len(nodes))
	for _, n := range nodes {
		d := &document{node: n, listed: ix.isListed(n), status: landscape.StatusOf(n, ix.day)}
		d.passages = passagesOf(ix.land, n)
		for _, v := range n.All(landscape.NotFor) {
			d.excluded = append(d.excluded, passage{field: landscape.NotFor, text: v})
		}
		docs = append(docs, d)
	}
	return docs
}

// isListed says whether an initiative stands on the overview of the day, or
// succeeds one that does.
func (ix *Index) isListed(n *landscape.Node) bool {
	if ix.edition[n.ID] || n.Flag(landscape.OnOverview) && landscape.InForce(n, ix.day) {
		return true
	}
	return slices.ContainsFunc(ix.land.Out(n.ID, landscape.Succeeds), func(r landscape.Relation) bool {
		return ix.edition[r.To]
	})
}

func editionOn(l *landscape.Landscape, day landscape.Date) map[landscape.ID]bool {
	listed := map[landscape.ID]bool{}
	for _, n := range l.OverviewOn(day).Initiatives {
		listed[n.ID] = true
	}
	return listed
}

// vocabulary gives the words of the items; both halves are read at once.
func vocabulary(docs []*document) []string {
	var seen [2]map[string]bool
	var both sync.WaitGroup
	for i, half := range [][]*document{docs[:len(docs)/2], docs[len(docs)/2:]} {
		both.Go(func() { seen[i] = wordsOf(half) })
	}
	both.Wait()
	maps.Copy(seen[0], seen[1])
	return slices.Sorted(maps.Keys(seen[0]))
}

func wordsOf(docs []*document) map[string]bool {
	seen := map[string]bool{}
	for _, d := range docs {
		for _, p := range d.passages {
			for _, t := range tokenize(p.text, itemLimit) {
				if w := t.joined(); !seen[w] {
					seen[strings.Clone(w)] = true
				}
			}
		}
	}
	return seen
}

// changesMax is how many changed items the small section holds before all is
// read anew.
const changesMax = 64

// Of gives the index of another landscape as of a day, with the same word lists.
func (ix *Index) Of(l *landscape.Landscape, day landscape.Date) *Index {
	return ix.engine.Index(l, day)
}

// With gives the index of a landscape in which the given nodes were changed,
// added or removed. What else their text is part of is read again by itself.
func (ix *Index) With(l *landscape.Landscape, changed ...landscape.ID) *Index {
	ids := ix.touching(l, changed)
	for _, d := range ix.delta.docs {
		ids[d.node.ID] = true
	}
	if len(ids) > changesMax || slices.ContainsFunc(changed, func(id landscape.ID) bool { return readsAll(ix.land, id) || readsAll(l, id) }) {
		return ix.engine.Index(l, ix.day)
	}
	next := &Index{engine: ix.engine, land: l, day: ix.day, lex: ix.lex, base: ix.base, edition: ix.edition, place: ix.place}
	next.dead = slices.Clone(ix.dead)
	var nodes []*landscape.Node
	for _, id := range slices.Sorted(maps.Keys(ids)) {
		if i, ok := ix.place[id]; ok {
			next.dead[i] = true
		}
		if n, ok := l.Node(id); ok && slices.Contains(indexed, n.Type) {
			nodes = append(nodes, n)
		}
	}
	next.delta = sectionOf(ix.lex, next.documents(nodes), nil)
	next.delta.nameAll()
	next.settle()
	if next.live > manyItems {
		next.norm = ix.norm // a few changes among so many move no quantile
	}
	return next
}

// readsAll says that a node bears on all items: a word of the user's own, or
// an edition.
func readsAll(l *landscape.Landscape, id landscape.ID) bool {
	n, ok := l.Node(id)
	return ok && (n.Type == landscape.Term || n.Type == landscape.Document)
}

// touching gives the changed nodes with the items that borrow their text.
func (ix *Index) touching(l *landscape.Landscape, changed []landscape.ID) map[landscape.ID]bool {
	ids := map[landscape.ID]bool{}
	for _, id := range changed {
		ids[id] = true
		for _, land := range []*landscape.Landscape{ix.land, l} {
			for _, r := range append(land.In(id, landscape.Owns, landscape.Overlaps), land.Out(id, landscape.HandledBy, landscape.Overlaps)...) {
				ids[r.Other(id)] = true
			}
		}
	}
	return ids
}

// settle counts what is in the index.
func (ix *Index) settle() *Index {
	length := ix.base.lengths + ix.delta.lengths
	ix.live = len(ix.base.docs) + len(ix.delta.docs)
	ix.gone = map[int32]int32{}
	for i, d := range ix.base.docs {
		if ix.dead[i] {
			ix.live--
			length -= float64(d.length)
			for _, t := range d.terms {
				ix.gone[t]++
			}
		}
	}
	if ix.live > 0 {
		ix.mean = float32(length / float64(ix.live))
	}
	ix.norm = sync.OnceValue(ix.measure)
	return ix
}

// frequency is how many items hold a term.
func (ix *Index) frequency(key string) int {
	n := 0
	if t, ok := ix.base.dict[key]; ok {
		n += len(ix.base.postings[t]) - int(ix.gone[t])
	}
	if t, ok := ix.delta.dict[key]; ok {
		n += len(ix.delta.postings[t])
	}
	return n
}

// Concept names a family of words by its first; a family that is not known
// keeps its id.
func (ix *Index) Concept(family string) string {
	for _, f := range ix.engine.lists.With(ix.land.Nodes(landscape.Term)).Families {
		if f.ID == family && len(f.Same) > 0 {
			return f.Same[0]
		}
	}
	return family
}
