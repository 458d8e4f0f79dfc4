package exchange_test

import (
	"slices"
	"testing"

	"snijvlak/internal/exchange"
	"snijvlak/internal/landscape"
)

// The fixed lists and the choices of the model are two tellings of one thing;
// this test holds them together.
func TestMethodIsThatOfTheModel(t *testing.T) {
	m, err := exchange.ShippedMethod()
	if err != nil {
		t.Fatal(err)
	}
	l, err := exchange.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		items []exchange.MethodItem
		count int
		field landscape.Field
		typ   landscape.Type
	}{
		"ladder": {m.Ladder, 7, "", ""}, "criteria": {m.Criteria, 3, "", ""}, "levels": {m.Levels, 3, "", ""},
		"dimensions": {m.Dimensions, 3, "", ""}, "admission": {m.Admission, 4, "", ""},
		"action kinds": {m.ActionKinds, 5, landscape.ActionKind, landscape.Action},
		"seats":        {m.Seats, 4, landscape.SeatOf, landscape.Bottleneck},
		"phases":       {m.Phases, 3, landscape.PhaseOf, landscape.Theme},
		"actor groups": {m.ActorGroups, 6, landscape.ActorGroup, landscape.Organisation},
	} {
		if len(c.items) != c.count {
			t.Errorf("%s has %d items, expected %d", name, len(c.items), c.count)
		}
		var ids []string
		for i, item := range c.items {
			ids = append(ids, item.ID)
			if item.Number != i+1 || item.NL == "" || item.EN == "" || item.MeaningNL == "" || item.MeaningEN == "" {
				t.Errorf("%s: item %d is not whole: %+v", name, i+1, item)
			}
			if !l.Has(landscape.ID(item.Source.Document)) {
				t.Errorf("%s: %s names no document", name, item.ID)
			}
		}
		if c.field == "" {
			continue
		}
		spec, err := landscape.FieldSpecOf(c.typ, c.field)
		if err != nil || !slices.Equal(slices.Sorted(slices.Values(ids)), slices.Sorted(slices.Values(spec.Choices))) {
			t.Errorf("%s are %v, the model has %v (%v)", name, ids, spec.Choices, err)
		}
	}
}

func TestMethodRefusesAnUnknownKey(t *testing.T) {
	if _, err := exchange.ReadMethod([]byte("ladder: []\nladders: []\n")); err == nil {
		t.Error("an unknown key was read")
	}
}
