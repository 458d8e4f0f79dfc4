package command

import (
	"slices"

	"snijvlak/internal/landscape"
	"snijvlak/internal/workspace"
)

// forAudience leaves out of a whole journal what an audience may not see: what
// touches a record that was ever made for a narrower one. An entry that keeps
// none of its edits goes; one that keeps some loses its reason, which may speak
// of the others.
func forAudience(entries []workspace.JournalEntry, sees landscape.Audience) []workspace.JournalEntry {
	hidden := hiddenNodes(entries, sees)
	var kept []workspace.JournalEntry
	for _, e := range entries {
		edits := slices.DeleteFunc(slices.Clone(e.Edits), func(edit landscape.Edit) bool {
			return isHidden(edit.Before, hidden, sees) || isHidden(edit.After, hidden, sees)
		})
		if len(edits) == 0 && len(e.Edits) > 0 {
			continue
		}
		if len(edits) < len(e.Edits) {
			e.Reason = ""
		}
		e.Edits = edits
		kept = append(kept, e)
	}
	return kept
}

func hiddenNodes(entries []workspace.JournalEntry, sees landscape.Audience) map[landscape.ID]bool {
	hidden := map[landscape.ID]bool{}
	for _, e := range entries {
		for _, edit := range e.Edits {
			for _, r := range []*landscape.Record{edit.Before, edit.After} {
				if r != nil && r.Node != nil && !sees.Sees(r.Node.Audience()) {
					hidden[r.Node.ID] = true
				}
			}
		}
	}
	return hidden
}

func isHidden(r *landscape.Record, hidden map[landscape.ID]bool, sees landscape.Audience) bool {
	switch {
	case r == nil:
		return false
	case r.Node != nil:
		return hidden[r.Node.ID]
	}
	return hidden[r.Relation.From] || hidden[r.Relation.To] || !sees.Sees(r.Relation.Audience)
}
