package answers

import (
	"strings"
	"testing"

	"snijvlak/internal/desktop/kittest"
	"snijvlak/internal/landscape"
	"snijvlak/internal/overlap"
)

func TestTheLikelyTablesComeFirst(t *testing.T) {
	h := kittest.New(t)
	answer, err := h.Overlap().About("t3-5", overlap.Options{})
	if err != nil {
		t.Fatal(err)
	}
	all, likely := Tables(h.S.Words, h.S.Land, h.S.Today, "t3-5", answer.Candidates)
	if likely == 0 || likely == len(all) {
		t.Fatalf("%d of %d likely", likely, len(all))
	}
	lies := true
	for _, p := range all[:likely] {
		here := strings.HasPrefix(p.Detail, "ligt")
		if here && !lies {
			t.Errorf("%s (%s) after one that was only found", p.Text, p.Detail)
		}
		lies = here
	}
	for _, p := range all {
		if n, _ := h.S.Land.Node(p.Value); !landscape.InForce(n, h.S.Today) {
			t.Errorf("%s is not in force", p.Text)
		}
	}
	if !strings.HasPrefix(all[likely].Detail, "werkt aan dit thema") {
		t.Errorf("%s (%s) before those of the theme", all[likely].Text, all[likely].Detail)
	}
}

func TestACardSaysWhatStandsThereInOneLine(t *testing.T) {
	h := kittest.New(t)
	answer, err := h.Overlap().Query("Ex-gedetineerden staan na vrijlating zonder woning op straat", overlap.Options{})
	if err != nil {
		t.Fatal(err)
	}
	w := Writing(h.S.Words, h.S.Seen, h.S.Day, h.Overlap())
	joined := 0
	for _, o := range answer.Candidates {
		lines := 0
		for _, why := range w.Tell(o).Why {
			if strings.Contains(why, "staat er ook") || strings.Contains(why, "staan er ook") {
				lines++
			}
			if strings.Contains(why, "staan er ook") && strings.Contains(why, "›, ‹") {
				joined++
			}
		}
		if lines > 1 {
			t.Errorf("%s: %q", o.Node.ID, w.Tell(o).Why)
		}
	}
	if joined == 0 {
		t.Error("nothing was joined")
	}
}
