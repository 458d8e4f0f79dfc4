package command

import (
	"slices"

	"snijvlak/internal/landscape"
	"snijvlak/internal/workspace"
)

// forAudience leaves out of a whole journal what an audience may not see: what
// touches a record that was ever made for a narrower one. An entry that keeps
// none of its edits goes. One that loses anything keeps only what its other
// edits say: its reason, its file and its check may speak of what is hidden.
func forAudience(entries []workspace.JournalEntry, sees landscape.Audience) []workspace.JournalEntry {
	if sees == landscape.Secretariat {
		return entries
	}
	hidden := hiddenIn(entries, sees)
	var kept []workspace.JournalEntry
	for _, e := range entries {
		edits := slices.DeleteFunc(slices.Clone(e.Edits), func(edit landscape.Edit) bool { return hidden.holds(edit.Key) })
		if len(edits) == 0 && len(e.Edits) > 0 {
			continue
		}
		if len(edits) < len(e.Edits) || hidden.mentionedIn(e) {
			e.Reason, e.DecidedBy, e.Meeting, e.Checked, e.Origin = "", "", "", nil, ""
		}
		e.Edits = edits
		kept = append(kept, e)
	}
	return kept
}

// hiddenKeys are the records that were ever made for a narrower audience.
type hiddenKeys map[landscape.Key]bool

func hiddenIn(entries []workspace.JournalEntry, sees landscape.Audience) hiddenKeys {
	hidden := hiddenKeys{}
	for _, e := range entries {
		for _, edit := range e.Edits {
			for _, r := range []*landscape.Record{edit.Before, edit.After} {
				if r != nil && !sees.Sees(audienceOf(r)) {
					hidden[edit.Key] = true
				}
			}
		}
	}
	return hidden
}

func audienceOf(r *landscape.Record) landscape.Audience {
	if r.Node != nil {
		return r.Node.Audience()
	}
	return r.Relation.Audience
}

// holds also says so of a relation with a hidden end.
func (h hiddenKeys) holds(key landscape.Key) bool {
	if key.IsNode() {
		return h[key]
	}
	from, to := key.Ends()
	return h[key] || h[landscape.NodeKey(from)] || h[landscape.NodeKey(to)]
}

// mentionedIn says whether an entry names a hidden node beside its edits.
func (h hiddenKeys) mentionedIn(e workspace.JournalEntry) bool {
	var named []landscape.ID
	if e.Checked != nil {
		named = slices.Clone(e.Checked.Candidates)
	}
	return slices.ContainsFunc(append(named, e.Meeting), func(id landscape.ID) bool { return h[landscape.NodeKey(id)] })
}
