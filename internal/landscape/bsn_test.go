package landscape_test

import (
	"testing"

	"snijvlak/internal/landscape"
)

func TestHasBSN(t *testing.T) {
	for text, want := range map[string]bool{
		"":                             false,
		"het nummer is 111222333":      true,
		"111 222 333 belt":             true,
		"1112.22.333":                  true,
		"x111-222-333.":                true,
		"111\u00a0222\u00a0333":        true,
		"111222334":                    false, // fails the test
		"000000000":                    false,
		"1112223330":                   false, // ten digits
		"06-12345678":                  false,
		"in 2024 zijn er 111222333":    true,
		"van 2022 tot 2025, 27 mensen": false,
	} {
		if got := landscape.HasBSN(text); got != want {
			t.Errorf("HasBSN(%q) = %t", text, got)
		}
	}
}
