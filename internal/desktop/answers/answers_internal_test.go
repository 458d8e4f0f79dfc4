package answers

import (
	"strings"
	"testing"

	"snijvlak/internal/agenda"
	"snijvlak/internal/desktop/kittest"
	"snijvlak/internal/landscape"
	"snijvlak/internal/workspace"
)

func TestWhatWasFoundIsBold(t *testing.T) {
	for text, want := range map[string][]part{
		"‹straat› staat er ook": {{"straat", true}, {" staat er ook", false}},
		"gewoon":                {{"gewoon", false}},
		"half ‹open":            {{"half ", false}, {"‹open", false}},
		"":                      nil,
	} {
		got := marked(text)
		if len(got) != len(want) {
			t.Errorf("%q: %v", text, got)
			continue
		}
		for i := range want {
			if got[i] != want[i] {
				t.Errorf("%q: %v", text, got)
			}
		}
	}
}

// A text that lies with a table comes on the list and goes to done in one change.
func TestATextIsPlacedInOneChange(t *testing.T) {
	h := kittest.New(t)
	m := agenda.Move{
		To: landscape.Done, Outcome: landscape.Elsewhere, By: "actieplan-dakloosheid",
		Stage: landscape.Could, Reason: "Staat in het plan",
	}
	build, why := moving(h.WS, Subject{Text: "Mensen slapen buiten"}, "passende-woonplek", m, inWriting)
	var made landscape.ID
	h.Change(why, build, func(e workspace.JournalEntry) { made = Made(e, landscape.Bottleneck) })
	if len(h.Failures) > 0 {
		t.Fatal(h.Failures)
	}
	n, ok := h.S.Land.Node(made)
	if !ok || agenda.ListOf(n) != landscape.Done {
		t.Fatalf("%q does not stand on the done list", made)
	}
	_, waiting := agenda.Follow(h.S.Land, h.S.Day)
	if len(waiting) != 1 || waiting[0].Node.ID != made {
		t.Errorf("waiting: %v", waiting)
	}
	if head := h.WS.Head().Seq; head != 2 {
		t.Errorf("%d entries", head)
	}
}

func TestAProposalMovesNothing(t *testing.T) {
	h := kittest.New(t)
	m := agenda.Move{
		Item: "t3-4", To: landscape.Done, Outcome: landscape.Elsewhere, By: "actieplan-dakloosheid",
		Stage: landscape.Could, Reason: "Staat in het plan",
	}
	build, _ := moving(h.WS, Subject{Item: "t3-4"}, "", m, proposed)
	edits, err := build(h.S.Land)
	if next, _ := agenda.MeetingFor(h.S.Land, "", h.S.Today); next == nil {
		if err == nil || Refusal(h.S.Words, h.S.Land, err) == err.Error() {
			t.Errorf("without a meeting: %v", err)
		}
		return
	}
	now, err2 := h.S.Land.Apply(edits)
	if err != nil || err2 != nil {
		t.Fatal(err, err2)
	}
	if n, _ := now.Node("t3-4"); agenda.ListOf(n) == landscape.Done {
		t.Error("a proposal moved it")
	}
}

func TestNotTheSameAboutATextIsOneChange(t *testing.T) {
	h := kittest.New(t)
	Judge(h, Subject{Text: "Buren klagen over lawaai"}, "passende-woonplek",
		workspace.Judgement{Link: landscape.NotSame, B: "actieplan-dakloosheid", Why: "Ander onderwerp"}, nil)
	if len(h.Failures) > 0 || h.WS.Head().Seq != 2 {
		t.Fatal(h.Failures, h.WS.Head().Seq)
	}
	judged := h.S.Land.RelationsOf(landscape.NotSame)
	if len(judged) == 0 || !strings.Contains(judged[len(judged)-1].Reason+judged[0].Reason, "Ander onderwerp") {
		t.Errorf("judgements: %v", judged)
	}
}

func TestANewActionResolvesTheTextInOneChange(t *testing.T) {
	h := kittest.New(t)
	s := Subject{Text: "Buren klagen over lawaai"}
	build := s.changing(h.WS, "passende-woonplek", func(l *landscape.Landscape, id landscape.ID) ([]landscape.Edit, error) {
		edits, _, err := h.WS.Add(l, newAction("Gesprek met de buurt", id, h.S.Today))
		return edits, err
	})
	edits, err := build(h.S.Land)
	if err != nil {
		t.Fatal(err)
	}
	now, err := h.S.Land.Apply(edits)
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range now.Nodes(landscape.Action) {
		if n.Name() == "Gesprek met de buurt" && len(now.Out(n.ID, landscape.Resolves)) == 1 && agenda.ListOf(n) == landscape.Stock {
			return
		}
	}
	t.Error("no such action in the stock")
}
