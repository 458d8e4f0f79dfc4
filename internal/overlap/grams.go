package overlap

import (
	"slices"
	"sync"
)

// grams finds the words that share character n-grams with another.
type grams struct {
	n     int
	lists map[uint64][]int32
	sizes []int32 // grams of each word
	// counts lends arrays of zeros, one for each word.
	counts *sync.Pool
}

func newGrams(n int, words []wordEntry) grams {
	g := grams{n: n, lists: make(map[uint64][]int32, 4*len(words)), sizes: make([]int32, len(words))}
	g.counts = &sync.Pool{New: func() any { c := make([]int16, len(words)); return &c }}
	for i, w := range words {
		for _, gram := range gramsOf(w.text, n) {
			g.lists[gram] = append(g.lists[gram], int32(i))
			g.sizes[i]++
		}
	}
	return g
}

// gramsOf gives the distinct n-grams of a word with boundary marks, each of at
// most eight bytes packed in a number.
func gramsOf(word string, n int) []uint64 {
	marked := "_" + word + "_"
	all := make([]uint64, 0, len(marked))
	for i := 0; i+n <= len(marked); i++ {
		gram := uint64(0)
		for j := i; j < i+n; j++ {
			gram = gram<<8 | uint64(marked[j])
		}
		if !slices.Contains(all, gram) {
			all = append(all, gram)
		}
	}
	return all
}

// match is a word of the index that looks like another.
type match struct {
	word    int32
	overlap float32 // Dice: 2·shared / (both sizes)
	within  float32 // shared / the smaller size
}

// like gives the words that share grams with a word, at least the given part
// of both together, in order.
func (g grams) like(word string, least float32) []match {
	own := gramsOf(word, g.n)
	lent := g.counts.Get().(*[]int16)
	defer g.counts.Put(lent)
	counts := *lent
	var touched []int32
	for _, gram := range own {
		for _, i := range g.lists[gram] {
			if counts[i] == 0 {
				touched = append(touched, i)
			}
			counts[i]++
		}
	}
	var found []match
	for _, i := range touched {
		shared, n, m := float32(counts[i]), float32(len(own)), float32(g.sizes[i])
		if overlap := 2 * shared / (n + m); shared > 1 && overlap >= least {
			found = append(found, match{i, overlap, shared / min(n, m)})
		}
		counts[i] = 0
	}
	return found
}

// misspelt says whether two words differ by a slip of the fingers: a letter
// more, less, other, or two swapped (Damerau 1964); in a long word by two.
// In a short word another letter mostly makes another word (stallen, stellen).
func misspelt(a, b string) bool {
	short, long := min(len(a), len(b)), max(len(a), len(b))
	switch n := slips(a, b); {
	case short < 5 || long-short > 2:
		return false
	case short < 8:
		return n == 1 && (long != short || swapped(a, b))
	case short < 11:
		return n == 1
	default:
		return n <= 2
	}
}

// swapped says whether two words of one length differ in the order of letters
// only.
func swapped(a, b string) bool {
	x, y := []byte(a), []byte(b)
	slices.Sort(x)
	slices.Sort(y)
	return slices.Equal(x, y)
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
