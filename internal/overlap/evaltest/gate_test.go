package evaltest

import (
	"testing"

	"snijvlak/internal/overlap"
)

// TestGates: the aims on the development cases, and none of the negatives of
// ours covered. What is held out is measured, not gated.
func TestGates(t *testing.T) {
	l, lists := shipped(t)
	f := engine(l, lists, overlap.Off{})
	r := measure(f, cases(t, "overlap-dev.tsv", l))
	if r.first.of() < 0.85 || r.third.of() < 0.95 || r.falseCovered.k > 0 {
		t.Errorf("dev: Recall@1 %s, Recall@3 %s, false covered %s\n%v", r.first, r.third, r.falseCovered, r.wrong)
	}
	own := measure(f, cases(t, "overlap-own.tsv", l))
	if own.first.of() < 0.80 || own.third.of() < 0.95 || own.falseCovered.k > 0 {
		t.Errorf("own: Recall@1 %s, Recall@3 %s, false covered %s\n%v", own.first, own.third, own.falseCovered, own.wrong)
	}
}

// TestComponentsEarnTheirPlace: a component stays unless the cases it is for do
// no better with it.
func TestComponentsEarnTheirPlace(t *testing.T) {
	l, lists := shipped(t)
	for _, c := range []struct {
		file string
		off  overlap.Off
	}{
		{"spelling.tsv", overlap.Off{NoSpelling: true}},
		{"compounds.tsv", overlap.Off{NoCompounds: true}},
		{"abbreviations.tsv", overlap.Off{NoFamilies: true}},
		{"inflection.tsv", overlap.Off{NoStems: true}},
		{"compounds.tsv", overlap.Off{NoGrams: true}},
	} {
		set := component(t, c.file, l)
		with, without := measure(engine(l, lists, overlap.Off{}), set), measure(engine(l, lists, c.off), set)
		if len(set) < 15 || with.mrr() <= without.mrr() {
			t.Errorf("%s: %.3f with, %.3f without %+v (%d cases)", c.file, with.mrr(), without.mrr(), c.off, len(set))
		}
	}
}
