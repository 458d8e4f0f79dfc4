package agendaview

import (
	"testing"

	"fyne.io/fyne/v2"

	"snijvlak/internal/agenda"
	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
	"snijvlak/internal/workspace"
)

func TestAKeyIsAboutTheCardThatWasAskedForLast(t *testing.T) {
	h, v := planned(t)
	v.goTo("t2-7")
	h.Hold()
	h.Change(workspace.Why{}, func(l *landscape.Landscape) ([]landscape.Edit, error) {
		return h.WS.Set(l, "t1-2", []workspace.Assignment{{Field: landscape.Short, Values: []string{"Kort"}}}, workspace.When{}, workspace.Source{})
	}, nil)
	v.gather(h.S)
	v.goTo("t1-2")
	if n, ok := v.current(); !ok || n.ID != "t1-2" {
		t.Errorf("keys are about %v while the lists are read", n)
	}
	h.Release()
	if n, ok := v.current(); !ok || n.ID != "t1-2" {
		t.Errorf("keys are about %v", n)
	}
	h.Select("t2-10")
	v.Show(h.S)
	if n, ok := v.current(); !ok || n.ID != "t2-10" {
		t.Errorf("keys are about %v, not about what was selected", n)
	}
	v.turn(meetingsPage)
	h.Select()
	v.Show(h.S)
	if n, ok := v.current(); ok {
		t.Errorf("keys are about %v, which is not seen", n)
	}
}

func TestOnlyTheMoveLastAskedForGetsADialog(t *testing.T) {
	h, v := planned(t)
	h.Hold()
	v.move("t2-7", landscape.Done)
	v.move("t1-2", landscape.Done)
	h.Release()
	if !kit.SheetOpen() {
		t.Fatal("no dialog")
	}
	kit.CloseSheets()
	h.Hold()
	v.move("t2-7", landscape.Done)
	v.newBottleneck()
	h.Release()
	if open := len(h.Win.Canvas().Overlays().List()); open != 1 {
		t.Errorf("%d dialogs", open)
	}
}

func TestOnlyThePaperLastAskedForIsShown(t *testing.T) {
	h, v := planned(t)
	h.Hold()
	v.askPapers()
	v.turn(boardPage)
	h.Release()
	if v.meets.paper {
		t.Error("a paper that nobody waits for is on the page of the meetings")
	}
	v.askPapers()
	if !v.meets.paper || v.page != meetingsPage {
		t.Fatal("no paper")
	}
	v.closePaper(paper{from: boardPage})
	if v.page != boardPage || v.head.Hidden {
		t.Errorf("back on %s", v.page)
	}
}

func TestWhatTheRulesRefuseIsSaidAtItsItem(t *testing.T) {
	h, v := planned(t)
	meeting, _ := h.S.Land.Node(next)
	for _, name := range []string{"Eerste", "Tweede"} {
		v.table(meeting, agenda.Tabled{Name: name, Treatment: landscape.ForDecision})
	}
	v.turn(meetingsPage)
	v.holdMeeting(meeting)
	hold := v.meets.hold
	h.Hold()
	hold.decide(hold.items()[0], landscape.Rejected) // without a word why
	hold.decide(hold.items()[0], landscape.Rejected)
	hold.key(&fyne.KeyEvent{Name: fyne.KeyPageDown})
	if hold.at != 1 || !hold.said.Hidden {
		t.Fatalf("at %d", hold.at)
	}
	h.Release()
	if hold.at != 0 || hold.said.Hidden || hold.said.Text == "" {
		t.Errorf("at %d: %q", hold.at, hold.said.Text)
	}
	v.turn(boardPage)
	if v.head.Hidden {
		t.Error("the board has no row of pages after a meeting")
	}
}
