package agenda_test

import (
	"fmt"
	"slices"
	"testing"

	"snijvlak/internal/agenda"
	"snijvlak/internal/landscape"
	"snijvlak/internal/landscapetest"
)

func TestGapsOfTheCalendar(t *testing.T) {
	basis := landscape.Basis{Certainty: landscape.Stated, Evidence: []landscape.Evidence{{Note: "test"}}}
	body := func(id landscape.ID, role string) *landscape.Node {
		return landscapetest.Node(id, landscape.Body).Text(landscape.Role, role, basis)
	}
	l, err := landscape.New().Apply([]landscape.Edit{
		landscapetest.Put(body("beslist", "decides")), landscapetest.Put(body("bereidt", "prepares")),
	})
	if err != nil {
		t.Fatal(err)
	}
	days := []landscape.Date{landscape.MustDate("2027-02-04"), landscape.MustDate("2027-05-13"), landscape.MustDate("2027-09-09")}
	plan := func(body landscape.ID, days []landscape.Date) {
		edits, _, err := agenda.Schedule(l, body, days, "", agenda.Act{Day: days[0], Author: "test"})
		if err == nil {
			l, err = l.Apply(edits)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	plan("beslist", days)
	check := func(want ...string) {
		t.Helper()
		var got []string
		for _, g := range agenda.Gaps(l) {
			got = append(got, fmt.Sprintf("%s %d %d/%d", g.Body.ID, g.Year, g.Count, g.Want))
		}
		if !slices.Equal(got, want) {
			t.Errorf("gaps %q, want %q", got, want)
		}
	}
	check("beslist 2027 3/4", "bereidt 0 0/2", "bereidt 0 0/2")
	plan("bereidt", agenda.Between(days)[:3])
	check("beslist 2027 3/4", "bereidt 0 1/2")
	plan("beslist", []landscape.Date{landscape.MustDate("2027-12-09")})
	check("bereidt 0 1/2", "bereidt 0 0/2")
	plan("bereidt", agenda.Between(append(days, landscape.MustDate("2027-12-09"))))
	check()
}
