package landscape

import (
	"fmt"
	"regexp"
	"sort"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// ID names a node: a slug, unique over all types, never changed by renaming.
type ID string

// maxID is the longest id in bytes (CONTRACTS 1).
const maxID = 48

var idForm = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// Valid says whether the id is a slug.
func (id ID) Valid() bool { return len(id) <= maxID+4 && idForm.MatchString(string(id)) }

// letters that Unicode does not take apart into a base letter and a mark.
var unfolded = strings.NewReplacer("ß", "ss", "æ", "ae", "œ", "oe", "ø", "o", "đ", "d", "ł", "l", "ð", "d", "þ", "th")

// Slug makes an id of a name: folded to ASCII, at most 48 characters cut at a
// word, with -2, -3 … where taken says that the id is in use. Numbers and
// addresses of persons are left out, since an id never changes.
func Slug(name string, taken func(ID) bool) ID {
	base := cut(fold(Mask(name)))
	if base == "" {
		base = "item"
	}
	id := ID(base)
	for n := 2; taken(id); n++ {
		id = ID(fmt.Sprintf("%s-%d", base, n))
	}
	return id
}

// fold lowers the text, drops the marks of letters and joins words by hyphens.
func fold(s string) string {
	var b strings.Builder
	gap := false
	for _, r := range norm.NFKD.String(unfolded.Replace(strings.ToLower(s))) {
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			gap = false
			b.WriteRune(r)
		case unicode.Is(unicode.Mn, r):
		default:
			gap = true
		}
	}
	return b.String()
}

// cut shortens a slug to maxID at a hyphen, or hard where there is none.
func cut(s string) string {
	if len(s) <= maxID {
		return s
	}
	s = s[:maxID+1]
	if i := strings.LastIndexByte(s, '-'); i > 0 {
		return s[:i]
	}
	return s[:maxID]
}

// Nearest gives up to n of the ids most like want, best first: those that
// begin with it, hold it, or are few edits away.
func Nearest(want ID, ids []ID, n int) []ID {
	type scored struct {
		id    ID
		score int
	}
	var found []scored
	for _, id := range ids {
		if s := distance(string(want), string(id)); s >= 0 {
			found = append(found, scored{id, s})
		}
	}
	sort.Slice(found, func(i, j int) bool {
		if found[i].score != found[j].score {
			return found[i].score < found[j].score
		}
		return found[i].id < found[j].id
	})
	near := make([]ID, 0, n)
	for _, f := range found[:min(n, len(found))] {
		near = append(near, f.id)
	}
	return near
}

// distance is how unlike two ids are, or -1 where they are not alike at all.
func distance(want, have string) int {
	if want == "" {
		return -1
	}
	if strings.HasPrefix(have, want) {
		return 0
	}
	if strings.Contains(have, want) {
		return 1
	}
	d := levenshtein(want, have)
	if d > max(2, len(want)/3) {
		return -1
	}
	return 1 + d
}

// levenshtein counts the insertions, deletions and replacements of bytes
// between two ids (Levenshtein 1966), in one row of memory.
func levenshtein(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := diagonal
			if a[i] != b[j] {
				cost = 1 + min(diagonal, row[j], row[j+1])
			}
			diagonal, row[j+1] = row[j+1], cost
		}
	}
	return row[len(b)]
}

// compareIDs orders ids so that t1-2 comes before t1-10.
func compareIDs(a, b ID) int {
	x, y := string(a), string(b)
	for x != "" && y != "" {
		if isDigit(x[0]) && isDigit(y[0]) {
			m, restX := leadingNumber(x)
			n, restY := leadingNumber(y)
			if m != n {
				return m - n
			}
			x, y = restX, restY
			continue
		}
		if x[0] != y[0] {
			return int(x[0]) - int(y[0])
		}
		x, y = x[1:], y[1:]
	}
	if len(x) != len(y) {
		return len(x) - len(y)
	}
	return strings.Compare(string(a), string(b))
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func leadingNumber(s string) (int, string) {
	n, i := 0, 0
	for ; i < len(s) && isDigit(s[i]); i++ {
		n = min(n*10+int(s[i]-'0'), 1<<30)
	}
	return n, s[i:]
}
