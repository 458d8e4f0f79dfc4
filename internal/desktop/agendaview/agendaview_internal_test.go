package agendaview

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"snijvlak/internal/agenda"
	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/desktop/kittest"
	"snijvlak/internal/landscape"
	"snijvlak/internal/workspace"
)

// planned is a window on the shipped landscape with meetings of the Stuurgroep
// in 2026 and 2027 and an action in the stock for t3-5.
func planned(t *testing.T) (*kittest.Host, *View) {
	t.Helper()
	h := kittest.New(t)
	t.Cleanup(kit.CloseSheets)
	days := []landscape.Date{landscape.MustDate("2026-09-17"), landscape.MustDate("2026-12-10"), landscape.MustDate("2027-03-18"), landscape.MustDate("2027-06-17")}
	if _, err := h.WS.Schedule(t.Context(), agenda.Decider(h.S.Land).ID, days, ""); err != nil {
		t.Fatal(err)
	}
	h.Change(workspace.Why{}, func(l *landscape.Landscape) ([]landscape.Edit, error) {
		edits, _, err := h.WS.Add(l, workspace.Added{
			Type: landscape.Action, ID: "woonplek",
			Fields:    map[landscape.Field][]string{landscape.Name: {"Afspraak over woonplekken"}, landscape.List: {landscape.Stock}},
			Relations: []landscape.Relation{{Link: landscape.Resolves, To: "t3-5"}},
		})
		return edits, err
	}, nil)
	v := New(h)
	h.Put(v)
	return h, v
}

const next = landscape.ID("stuurgroep-2026-12-10")

func (v *View) sheetFor(id landscape.ID, list string) *moveSheet {
	n, _ := v.host.State().Land.Node(id)
	s := newMoveSheet(v, n, agenda.Move{Item: id, To: list})
	s.show()
	return s
}

func list(h *kittest.Host, id landscape.ID) string {
	n, _ := h.S.Land.Node(id)
	return agenda.ListOf(n)
}

func TestTakingUpAsksWhatTheRuleAsksAndSaysItAtTheField(t *testing.T) {
	h, v := planned(t)
	s := v.sheetFor("woonplek", landscape.Underway)
	for _, key := range []string{"importance", "feasibility", "impact", "lead", "reason"} {
		if s.fields[key].need.Hidden {
			t.Errorf("nothing is said at %s", key)
		}
	}
	s.record()
	if list(h, "woonplek") != landscape.Stock {
		t.Fatal("taken up while rules are not met")
	}
	for _, c := range s.criteria {
		c.level.SetSelected("Hoog")
	}
	s.lead.Set("vws")
	test.Type(s.reason, "Urgent")
	for key, f := range s.fields {
		if !f.need.Hidden {
			t.Errorf("%s still wants: %s", key, f.need.Text)
		}
	}
	s.sheet.Confirm()
	if list(h, "woonplek") != landscape.Underway || len(h.Failures) > 0 {
		t.Fatalf("on %s, %v", list(h, "woonplek"), h.Failures)
	}
	entries, err := h.WS.Journal(t.Context(), 0)
	if err != nil {
		t.Fatal(err)
	}
	if e := newest(entries); e.Checked == nil || e.Checked.Answer != "Urgent" || e.DecidedBy != "stuurgroep" {
		t.Errorf("journal: %+v", e.Checked)
	}
}

func newest(entries []workspace.JournalEntry) workspace.JournalEntry {
	var last workspace.JournalEntry
	for _, e := range entries {
		if e.Seq > last.Seq {
			last = e
		}
	}
	return last
}

func TestAProposalIsAMarkAndMovesNothing(t *testing.T) {
	h, v := planned(t)
	s := v.sheetFor("t2-7", landscape.Done)
	s.by.Set("zorg-straf")
	test.Type(s.reason, "Past daar")
	s.how.Set(proposed)
	s.refresh()
	s.sheet.Confirm()
	if list(h, "t2-7") != agenda.BottleneckList {
		t.Error("a proposal moved something")
	}
	k := v.board.columns[0].cards[v.board.columns[0].at("t2-7")]
	if !k.Proposed || !strings.Contains(k.Marks[0].Text, "10 dec 2026") {
		t.Errorf("no mark: %+v", k.facts)
	}
	if got := v.Attention(h.S); got != 1 {
		t.Errorf("attention %d", got)
	}
}

func TestWhatIsPlacedElsewhereWaitsAndADeclineBringsItBack(t *testing.T) {
	h, v := planned(t)
	s := v.sheetFor("t2-7", landscape.Done)
	s.by.Set("zorg-straf")
	s.stage.Set(landscape.Asked)
	test.Type(s.reason, "Past daar")
	s.sheet.Confirm()
	if list(h, "t2-7") != landscape.Done || len(v.follows[waitingPage].rows.Objects) != 1 {
		t.Fatalf("on %s, %v", list(h, "t2-7"), h.Failures)
	}
	n, _ := h.S.Land.Node("t2-7")
	by, _ := h.S.Land.Node("zorg-straf")
	a := &answerSheet{view: v, land: h.S.Land, node: n, by: by}
	a.make()
	a.sheet.Show(a.reason)
	a.stage.Set(landscape.Agreed)
	a.record()
	if list(h, "t2-7") != landscape.Done || !kit.SheetOpen() {
		t.Fatal("a yes without a source was recorded")
	}
	a.stage.Set(landscape.Declined)
	test.Type(a.reason, "Hoort hier niet")
	a.record()
	if list(h, "t2-7") != agenda.BottleneckList {
		t.Errorf("on %s after a no", list(h, "t2-7"))
	}
}

func TestTheLookBackDateFollowsTheMeetingUnlessOneIsTyped(t *testing.T) {
	_, v := planned(t)
	s := v.sheetFor("t2-7", landscape.Done)
	if s.lookBack.Text != "18-03-2027" { // the second from 22 November 2026
		t.Errorf("look back on %s", s.lookBack.Text)
	}
	s.how.Set(proposed)
	s.refresh()
	if s.lookBack.Text != "17-06-2027" { // the second after 10 December
		t.Errorf("of a proposal, look back on %s", s.lookBack.Text)
	}
	s.lookBack.SetText("01-05-2027")
	s.how.Set(inWriting)
	s.refresh()
	if m, _ := s.read(); m.LookBack.String() != "2027-05-01" {
		t.Errorf("the date that was typed became %s", m.LookBack)
	}
}

func TestAPartKeepsTheRestOnItsList(t *testing.T) {
	h, v := planned(t)
	s := v.sheetFor("t2-7", landscape.Done)
	s.by.Set("zorg-straf")
	s.extent.Set(true)
	test.Type(s.reason, "Deels")
	s.refresh()
	if s.fields["part"].rows.Hidden || s.fields["rest"].rows.Hidden {
		t.Fatal("what part is not asked")
	}
	test.Type(s.part, "de opvang")
	test.Type(s.rest, "het vervoer")
	s.sheet.Confirm()
	k := v.board.columns[0].cards[v.board.columns[0].at("t2-7")]
	if list(h, "t2-7") != agenda.BottleneckList || !strings.Contains(join(k.facts), "het vervoer") {
		t.Errorf("%+v", k.facts)
	}
}

func join(f facts) string {
	text := strings.Join(f.Lines, "\n")
	for _, m := range f.Marks {
		text += "\n" + m.Text
	}
	return text
}

func TestACardIsDraggedToAnotherList(t *testing.T) {
	h, v := planned(t)
	k := v.board.columns[1].cards[0]
	from := fyne.CurrentApp().Driver().AbsolutePositionForObject(k.grip)
	test.Drag(h.Win.Canvas(), from.AddXY(20, 20), 5, 5)
	if kit.SheetOpen() {
		t.Fatal("a small drag on its own list opened a dialog")
	}
	onto := fyne.CurrentApp().Driver().AbsolutePositionForObject(v.board.columns[2].object).AddXY(10, 100)
	k.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{AbsolutePosition: onto}})
	if v.board.ghost == nil || v.board.over != v.board.columns[2] {
		t.Fatal("no ghost or no target")
	}
	k.DragEnd()
	if !kit.SheetOpen() || v.board.ghost != nil {
		t.Error("no dialog after the drop")
	}
	kit.CloseSheets()
}

func TestADropThatNoRuleKnowsSaysWhy(t *testing.T) {
	h, v := planned(t)
	v.move("t2-7", landscape.Stock)
	if kit.SheetOpen() || len(h.Notices) != 1 || !strings.Contains(h.Notices[0], "voorraadlijst") {
		t.Errorf("%v", h.Notices)
	}
}

func TestTheArrowsGoOverTheBoard(t *testing.T) {
	h, v := planned(t)
	v.Focus()
	first := v.board.columns[0].cards[0]
	if h.Win.Canvas().Focused() != fyne.Focusable(first.face) {
		t.Fatal("the first card has no focus")
	}
	first.face.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	if h.Win.Canvas().Focused() != fyne.Focusable(v.board.columns[0].cards[1].face) {
		t.Error("down went elsewhere")
	}
	first.face.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	if v.here != "woonplek" {
		t.Errorf("right went to %q", v.here)
	}
	v.moveBeside(1)
	if !kit.SheetOpen() {
		t.Error("Alt+Right opened nothing")
	}
	kit.CloseSheets()
}

// proposedFor has a meeting planned on whose agenda t2-7 stands as a proposal.
func proposedFor(t *testing.T) (*kittest.Host, *View, *landscape.Node) {
	t.Helper()
	h, v := planned(t)
	s := v.sheetFor("t2-7", landscape.Done)
	s.by.Set("zorg-straf")
	test.Type(s.reason, "Past daar")
	s.how.Set(proposed)
	s.refresh()
	s.sheet.Confirm()
	meeting, _ := h.S.Land.Node(next)
	return h, v, meeting
}

func TestAMeetingIsHeldItemByItem(t *testing.T) {
	h, v, meeting := proposedFor(t)
	v.table(meeting, agenda.Tabled{Name: "Jaarcijfers", Treatment: landscape.ForInformation})
	v.turn(meetingsPage)
	v.holdMeeting(meeting)
	hold := v.meets.hold
	if got := len(hold.items()); got != 2 {
		t.Fatalf("%d items", got)
	}
	if !v.Alone() {
		t.Error("the meeting shares the window")
	}
	hold.decide(hold.items()[0], landscape.Deferred)
	if hold.said.Hidden {
		t.Error("deferred without a reason")
	}
	hold.decide(hold.items()[0], landscape.Taken)
	if list(h, "t2-7") != landscape.Done {
		t.Errorf("on %s: %v %s", list(h, "t2-7"), h.Failures, hold.said.Text)
	}
	hold.stage.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown})
	if hold.at != 1 {
		t.Errorf("at item %d", hold.at)
	}
	hold.decide(hold.items()[1], landscape.Noted)
	if n := hold.items()[1].Item; n.Get(landscape.Result) != landscape.Noted {
		t.Error("not noted")
	}
	hold.minutes()
	if v.Alone() {
		t.Error("after the meeting the window is not given back")
	}
	if !v.meets.paper || len(h.Failures) > 0 {
		t.Errorf("no list of decisions: %v", h.Failures)
	}
}

func TestADecisionCanBeAmended(t *testing.T) {
	h, v, meeting := proposedFor(t)
	v.turn(meetingsPage)
	v.holdMeeting(meeting)
	hold := v.meets.hold
	e := hold.items()[0]
	amended := hold.amend(e, "Een deel is genoeg")
	amended.extent.Set(true)
	test.Type(amended.part, "de opvang")
	test.Type(amended.rest, "de rest")
	amended.sheet.Confirm()
	if list(h, "t2-7") != agenda.BottleneckList || hold.items()[0].Item.Get(landscape.Result) != landscape.Amended {
		t.Errorf("on %s: %s", list(h, "t2-7"), hold.said.Text)
	}
}

func TestAnotherDayOnlyReads(t *testing.T) {
	h, v := planned(t)
	h.Look("2018")
	v.move("t2-7", landscape.Done)
	if kit.SheetOpen() || len(h.Notices) == 0 {
		t.Error("a past day can be changed")
	}
}

func TestACriterionIsReadAsItIsWritten(t *testing.T) {
	for _, text := range []string{"hoog", "hoog: mensen staan op straat", agenda.NotDiscussed, "zomaar woorden", ""} {
		if got := writeCriterion(readCriterion(text)); got != text {
			t.Errorf("%q became %q", text, got)
		}
	}
}

func TestDaysAreReadOneALine(t *testing.T) {
	days, ok := readDays("12-02-2027\n 2027-05-14, 1-9-2027\n")
	if !ok || len(days) != 3 || days[2].String() != "2027-09-01" {
		t.Errorf("%v %t", days, ok)
	}
	if _, ok := readDays("2027"); ok {
		t.Error("a year is no day of a meeting")
	}
}

func TestTheKeyboardGoesWithACardThatMoved(t *testing.T) {
	h, v := planned(t)
	v.Go(kit.Place{View: kit.AgendaView, Item: "t4-4"}) // beyond the cards first shown
	if k := v.board.held(); k == nil || k.ID != "t4-4" {
		t.Fatal("the card was not reached")
	}
	s := v.sheetFor("t4-4", landscape.Done)
	s.by.Set("zorg-straf")
	test.Type(s.reason, "Past daar")
	s.sheet.Confirm()
	if k := v.board.held(); k == nil || k.ID != "t4-4" || v.board.columnOf(k).list != landscape.Done {
		t.Errorf("the keyboard is elsewhere: %v, %v", k, h.Failures)
	}
}

func TestAFilterKeepsAThemeAndTheAmbitions(t *testing.T) {
	_, v := planned(t)
	all := len(v.board.columns[0].all)
	v.filters.ambitions.Tapped(nil)
	some := len(v.board.columns[0].all)
	if some == 0 || some >= all {
		t.Errorf("%d of %d with an ambition", some, all)
	}
	v.filters.clear()
	v.filters.search.SetText("WONING")
	for _, a := range v.board.columns[0].all {
		if !strings.Contains(kit.Folded(a.Node.Name()+a.Node.ShortName()), "woning") {
			t.Errorf("%q is shown", a.Node.Name())
		}
	}
}

func TestASharedBottleneckOffersToConnect(t *testing.T) {
	_, v := planned(t)
	s := v.sheetFor("t1-4", landscape.Done) // a part of it lies with a table
	s.by.Set("zorg-straf")
	s.refresh()
	if s.connect.Hidden || s.fields["by"].need.Hidden {
		t.Error("what is owned in part may go to done")
	}
	s.extent.Set(true)
	test.Type(s.part, "de ontwikkeling")
	test.Type(s.rest, "de rest")
	s.refresh()
	if !s.connect.Hidden {
		t.Error("a part is refused")
	}
}

func TestItemsAreOrderedFilledInAndReleased(t *testing.T) {
	h, v := planned(t)
	meeting, _ := h.S.Land.Node(next)
	for _, name := range []string{"Eerste", "Tweede"} {
		v.table(meeting, agenda.Tabled{Name: name, Treatment: landscape.ForDiscussion})
	}
	v.Go(kit.Place{View: kit.AgendaView, Item: next})
	v.reorder(meeting, inOrder(h.S.Land, meeting), 0, 1)
	if got := inOrder(h.S.Land, meeting)[0].Item.Name(); got != "Tweede" {
		t.Errorf("%s is first", got)
	}
	v.setNote("eerste", []workspace.Assignment{assigned(landscape.Dilemma, " nu of later ")})
	if n, _ := h.S.Land.Node("eerste"); n.Get(landscape.Dilemma) != "nu of later" {
		t.Error("the cover note was not kept")
	}
	v.releaseTo(meeting, landscape.Steering)
	if n, _ := h.S.Land.Node("eerste"); n.Audience() != landscape.Steering {
		t.Errorf("for %s, %v", n.Audience(), h.Failures)
	}
}

func TestAPaperIsWrittenAsItIsNamed(t *testing.T) {
	h, v := planned(t)
	dir := t.TempDir()
	meeting, _ := h.S.Land.Node(next)
	made, err := v.makePaper(t.Context(), h.WS, h.S, paper{kind: agendaPaper, meeting: meeting, to: landscape.Steering})
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{"a.html": "<!DOCTYPE html>", "a.md": "# Agenda"} {
		h.Path = filepath.Join(dir, name)
		v.savePaper(agendaPaper, made)
		b, err := os.ReadFile(h.Path)
		if err != nil || !strings.Contains(strings.ToLower(string(b)), strings.ToLower(want)) {
			t.Errorf("%s: %v %.60s", name, err, b)
		}
	}
	if left, _ := filepath.Glob(filepath.Join(dir, ".*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
	h.Path = filepath.Join(dir, "weg", "a.html")
	v.savePaper(agendaPaper, made)
	if said := h.Notices[len(h.Notices)-1]; !strings.Contains(said, "weg") {
		t.Errorf("a folder that is not there: %s", said)
	}
}
