package prose_test

import (
	"strings"
	"testing"

	"snijvlak/internal/landscape"
	"snijvlak/internal/prose"
	"snijvlak/internal/words"
)

// The journal shows the records of an entry one by one; that of an item does not
// say of which meeting it is.
func TestAnItemByItselfNamesNoMeeting(t *testing.T) {
	n := landscape.NewNode("terugblik", landscape.Item).Text(landscape.Name, "Terugblik", landscape.Basis{}).
		Text(landscape.Treatment, landscape.ForDiscussion, landscape.Basis{})
	text := prose.Edits(words.In("nl"), []landscape.Edit{{Key: n.Key(), After: &landscape.Record{Node: n}}}, prose.Names(landscape.New()))
	if !strings.Contains(text, "Terugblik") || strings.Contains(text, "van :") || strings.Contains(text, "  ") {
		t.Errorf("%q", text)
	}
}
