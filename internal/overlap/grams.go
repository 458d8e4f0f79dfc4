package overlap

import (
	"slices"
	"strings"
)

// grams finds the words that share character n-grams with another.
type grams struct {
	n     int
	lists map[string][]int32
	sizes []int32 // grams of each word
}

func newGrams(n int, words []wordEntry) grams {
	g := grams{n, map[string][]int32{}, make([]int32, len(words))}
	for i, w := range words {
		for _, gram := range gramsOf(w.text, n) {
			g.lists[gram] = append(g.lists[gram], int32(i))
			g.sizes[i]++
		}
	}
	return g
}

// gramsOf gives the distinct n-grams of a word with boundary marks.
func gramsOf(word string, n int) []string {
	marked := "_" + word + "_"
	var all []string
	for i := 0; i+n <= len(marked); i++ {
		if gram := marked[i : i+n]; !slices.Contains(all, gram) {
			all = append(all, gram)
		}
	}
	return all
}

// match is a word of the index that looks like another: shared of its grams.
type match struct {
	word    int32
	shared  int32
	overlap float32 // Dice: 2·shared / (both sizes)
	within  float32 // shared / the smaller size
}

// like gives the words that share at least two grams with a word, in order.
func (g grams) like(word string) []match {
	own := gramsOf(word, g.n)
	counts := map[int32]int32{}
	for _, gram := range own {
		for _, i := range g.lists[gram] {
			counts[i]++
		}
	}
	var found []match
	for i, shared := range counts {
		if shared < 2 {
			continue
		}
		both, smaller := float32(len(own))+float32(g.sizes[i]), min(float32(len(own)), float32(g.sizes[i]))
		found = append(found, match{i, shared, 2 * float32(shared) / both, float32(shared) / smaller})
	}
	slices.SortFunc(found, func(a, b match) int { return int(a.word - b.word) })
	return found
}

// misspelt says whether two words differ by one slip of the fingers, or by two
// in a long word: a letter more, less, other, or two swapped (Damerau 1964).
func misspelt(a, b string) bool {
	allowed := 1
	if min(len(a), len(b)) >= 9 {
		allowed = 2
	}
	if min(len(a), len(b)) < 5 || max(len(a), len(b))-min(len(a), len(b)) > allowed {
		return false
	}
	return slips(a, b) <= allowed
}

// slips is the optimal string alignment distance.
func slips(a, b string) int {
	var before, last, row []int
	last = make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row = make([]int, len(b)+1)
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(row[j-1]+1, last[j]+1, last[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last = last, row
	}
	return last[len(b)]
}

// common is the length of the longest stretch that two words share.
func common(a, b string) int {
	best := 0
	for i := range a {
		for n := best + 1; i+n <= len(a) && strings.Contains(b, a[i:i+n]); n++ {
			best = n
		}
	}
	return best
}
