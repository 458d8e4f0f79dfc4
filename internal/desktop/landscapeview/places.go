package landscapeview

import (
	"context"

	"snijvlak/internal/desktop/remember"
	"snijvlak/internal/scene"
	"snijvlak/internal/workspace"
)

// Where a person drags a box to is a matter of that person's screen, not of the
// landscape: it stands in the preferences, not in the file and its journal. A
// file is known by the hash of its first entry, which stays the same where the
// file is copied or moved.

// placesKey names the places of a file in the preferences. The first entry is
// the whole landscape, which takes long to read; its hash stands in the second.
func placesKey(ctx context.Context, ws *workspace.Workspace) string {
	head := ws.Head()
	if head.Seq == 1 {
		return "map.places." + head.Hash
	}
	second, err := ws.Entries(ctx, 2, 2)
	if err != nil || len(second) == 0 {
		return ""
	}
	return "map.places." + second[0].Prev
}

// readPlaces gives the places kept under a key; none where there are none that
// can be read.
func readPlaces(m *remember.Memory, key string) map[string]scene.Point {
	places := map[string]scene.Point{}
	if key != "" {
		remember.Get(m, key, &places)
	}
	return places
}

func writePlaces(m *remember.Memory, key string, places map[string]scene.Point) {
	switch {
	case key == "":
	case len(places) == 0:
		m.Drop(key)
	default:
		m.Put(key, places)
	}
}
