package overlap

import "strings"

// segment is a part of a compound, or a link between parts.
type segment struct {
	text string
	link bool
}

const (
	partMin  = 4 // letters; shorter parts only from the curated list
	partsMax = 4
)

var links = []string{"", "s", "e", "en", "n"}

// split takes a word apart into known parts. The segments rejoin to the word;
// a word that is no compound is one segment. Of several ways the one whose
// shortest part is longest is taken, then that with fewest parts: the rule of
// dictionary splitters since Koehn and Knight (2003), without frequencies.
func (x *lexicon) split(word string) []segment {
	if x.whole[word] || len(word) > wordLimit {
		return []segment{{text: word}}
	}
	s := splitter{x: x, word: word, memo: map[int]way{}}
	if w := s.from(0, partsMax); w.parts > 1 || w.parts == 1 && w.segments[0].link {
		return w.segments
	}
	return x.splitInTwo(word)
}

const (
	sureMin = 5 // letters of a known part beside an unknown one
	restMin = 3
)

// splitInTwo takes the longest known part off the end or the beginning of a
// word; what is left is no known word (gok-verslaving, nachtopvang-locaties).
// Only the list of parts is sure enough for an end: a word of the landscape may
// end another by chance (mishan-deling, weth-ouder).
func (x *lexicon) splitInTwo(word string) []segment {
	for n := len(word) - restMin; n >= sureMin; n-- {
		if head, tail := word[:len(word)-n], word[len(word)-n:]; !particle[head] && lastPart(x.curated, tail) {
			return []segment{{text: head}, {text: tail}}
		}
		if head := word[:n]; x.isPart(head) && !isEnding(head, word[n:]) {
			return []segment{{text: head}, {text: word[n:]}}
		}
	}
	return []segment{{text: word}}
}

// particle are what stands before a verb: verdelen is no kind of delen.
var particle = map[string]bool{
	"ver": true, "her": true, "ont": true, "mis": true, "aan": true, "voor": true, "uit": true, "mee": true,
	"over": true, "door": true, "toe": true, "weg": true, "onder": true, "samen": true, "tegen": true,
}

// isEnding says whether what follows a word is only its ending, with or without
// its last letter doubled (veilig-heid, woonplek-ken).
func isEnding(head, rest string) bool {
	if endings[rest] || rest == "lijk" || rest == "lijke" || rest == "baar" || rest == "bare" {
		return true
	}
	return rest[0] == head[len(head)-1] && endings[rest[1:]]
}

type splitter struct {
	x    *lexicon
	word string
	memo map[int]way
}

// way is one way to split what follows a place; no parts: there is none.
type way struct {
	segments        []segment
	parts, shortest int
}

func (w way) better(o way) bool {
	if w.parts == 0 || o.parts == 0 {
		return o.parts == 0 && w.parts > 0
	}
	if w.shortest != o.shortest {
		return w.shortest > o.shortest
	}
	return w.parts < o.parts
}

// from finds the best way to split the word from a place on.
func (s splitter) from(at, room int) way {
	key := at*(partsMax+1) + room
	if w, ok := s.memo[key]; ok {
		return w
	}
	var best way
	if at == 0 {
		best = s.afterPrefix(room)
	}
	for end := at + 3; room > 0 && end <= len(s.word); end++ {
		part := s.word[at:end]
		if end == len(s.word) {
			if s.x.isLastPart(part) {
				best = pick(best, way{[]segment{{text: part}}, 1, len(part)})
			}
			break
		}
		if s.x.isPart(part) {
			best = pick(best, s.linked(part, end, room))
		}
	}
	s.memo[key] = best
	return best
}

// linked continues after a part, with a linking element or without.
func (s splitter) linked(part string, end, room int) way {
	var best way
	for _, link := range links {
		if !strings.HasPrefix(s.word[end:], link) {
			continue
		}
		rest := s.from(end+len(link), room-1)
		if rest.parts == 0 {
			continue
		}
		head := []segment{{text: part}}
		if link != "" {
			head = append(head, segment{link, true})
		}
		best = pick(best, way{append(head, rest.segments...), rest.parts + 1, min(len(part), rest.shortest)})
	}
	return best
}

// afterPrefix splits what follows ex-, re- and the like.
func (s splitter) afterPrefix(room int) way {
	for _, n := range []int{2, 3, 4, 5} {
		if n >= len(s.word) || !prefixes[s.word[:n]] {
			continue
		}
		if rest := s.from(n, room-1); rest.parts > 0 && rest.shortest > partMin {
			return way{append([]segment{{s.word[:n], true}}, rest.segments...), rest.parts, rest.shortest}
		}
	}
	return way{}
}

func pick(a, b way) way {
	if b.better(a) {
		return b
	}
	return a
}

func (x *lexicon) isPart(s string) bool { return x.parts[s] }

// isLastPart knows the inflected forms of a part as well.
func (x *lexicon) isLastPart(s string) bool { return lastPart(x.parts, s) }

func lastPart(parts map[string]bool, s string) bool {
	if parts[s] {
		return true
	}
	for _, ending := range []string{"en", "s", "n", "e", "er", "ers"} {
		base, ok := strings.CutSuffix(s, ending)
		if ok && len(base) >= partMin && (parts[base] || parts[mend(base)]) {
			return true
		}
	}
	return false
}
