package exchange

import "snijvlak/internal/landscape"

// Label is what a file says of itself beside the landscape in it. Readers pass
// over it.
type Label struct {
	// Head is the hash of the journal's head; "" where there is none. YAML has
	// no place for it.
	Head string
	// Audience is whom the landscape was cut down for; "" where it is whole.
	Audience landscape.Audience
}

// concept is the status of what is not public.
const concept = "concept"

// The keys of a label, the same in both forms.
const (
	audienceKey = "audience"
	statusKey   = "status"
)

// members are the keys with their values, for a landscape that was cut down.
func (l Label) members() [][2]string {
	switch l.Audience {
	case "":
		return nil
	case landscape.Public:
		return [][2]string{{audienceKey, string(l.Audience)}}
	}
	return [][2]string{{audienceKey, string(l.Audience)}, {statusKey, concept}}
}

// labelSchema adds the members to the properties of a file.
func labelSchema(properties schema) schema {
	properties[audienceKey], properties[statusKey] = schema{"enum": audiences()}, schema{"const": concept}
	return properties
}
