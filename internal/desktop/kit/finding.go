package kit

import (
	"strings"

	"snijvlak/internal/landscape"
	"snijvlak/internal/words"
)

// FindingText is what the model finds wrong, as a sentence.
func FindingText(w *words.Words, f landscape.Finding) string {
	arg := func(i int) string {
		if i < len(f.Args) {
			return f.Args[i]
		}
		return ""
	}
	field := ""
	if f.Field != "" {
		field = w.Or("field", string(f.Field))
	}
	pairs := []any{
		"Subject", f.Subject(), "Field", field, "First", arg(0), "Second", arg(1),
		"All", strings.Join(f.Args, ", "),
	}
	if f.Code == landscape.Loop && len(f.Args) > 0 {
		pairs = append(pairs, "Link", w.Or("link", f.Args[0]), "All", strings.Join(f.Args[1:], ", "))
	}
	return w.T("finding."+string(f.Code), pairs...)
}
