package prose

import (
	"strings"

	"snijvlak/internal/landscape"
)

// Evidence says where a fact comes from: "document, place: remark". Name names
// the document.
func Evidence(name func(landscape.ID) string, e landscape.Evidence) string {
	var parts []string
	if e.Document != "" {
		parts = append(parts, name(e.Document))
	}
	if e.Section != "" {
		parts = append(parts, e.Section)
	}
	text := strings.Join(parts, ", ")
	switch {
	case e.Note == "":
		return text
	case text == "":
		return e.Note
	}
	return text + ": " + e.Note
}
