package overlapview

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"snijvlak/internal/desktop/answers"
	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/desktop/kittest"
	"snijvlak/internal/landscape"
	"snijvlak/internal/workspace"
)

// asked is a window in which a first question was answered, and where what is
// asked from now on is answered at h.Release.
func asked(t *testing.T) (*kittest.Host, *View) {
	t.Helper()
	h := kittest.New(t)
	t.Cleanup(kit.CloseSheets)
	v := New(h)
	h.Put(v)
	v.Go(kit.Place{Item: "t3-5"})
	if v.late() {
		t.Fatal("no answer")
	}
	h.Hold()
	return h, v
}

// press presses a button of the first card.
func press(t *testing.T, v *View, text string) {
	t.Helper()
	for _, o := range test.LaidOutObjects(v.cards) {
		if b, ok := o.(*kit.QuietButton); ok && b.Text == text {
			test.Tap(b)
			return
		}
	}
	t.Fatalf("no button %q", text)
}

func TestACardOfAnEarlierQuestionDoesNothing(t *testing.T) {
	h, v := asked(t)
	v.Go(kit.Place{Item: "t1-2"})
	press(t, v, "Hier belegd")
	if kit.SheetOpen() || len(h.Notices) != 1 {
		t.Errorf("a dialog about one bottleneck for the card of another: %v", h.Notices)
	}
	h.Release()
	press(t, v, "Hier belegd")
	if !kit.SheetOpen() {
		t.Error("no dialog once the answer is there")
	}
}

func TestWhatIsAskedOfAnAnswerWaitsForIt(t *testing.T) {
	h, v := asked(t)
	v.askAbout(answers.Subject{Text: "Buren klagen over lawaai in de nacht"})
	i := slices.IndexFunc(v.Actions(), func(a kit.Action) bool { return a.Key == "asking.copy" })
	act := v.Actions()[i]
	if why := act.Why(); why != "" {
		t.Errorf("cannot be copied while it comes: %s", why)
	}
	act.Do()
	if h.Copied != "" {
		t.Errorf("the answer to another question was copied: %s", h.Copied)
	}
	h.Release()
	if !strings.Contains(h.Copied, "Buren klagen") {
		t.Errorf("copied: %s", h.Copied)
	}
}

func TestWhatBecameOfATextIsNotThatOfTheNext(t *testing.T) {
	h, v := asked(t)
	v.askAbout(answers.Subject{Text: "Buren klagen over lawaai"})
	before := v.now()
	var made workspace.JournalEntry
	h.Change(workspace.Why{}, func(l *landscape.Landscape) ([]landscape.Edit, error) {
		edits, _, err := h.WS.Add(l, answers.NewBottleneck(before.Text, "passende-woonplek"))
		return edits, err
	}, func(e workspace.JournalEntry) { made = e })
	v.askAbout(answers.Subject{Text: "Mensen slapen buiten"})
	v.listed(before, made)
	h.Release()
	if got := v.now(); got != (answers.Subject{Text: "Mensen slapen buiten"}) {
		t.Errorf("asks about %v", got)
	}
	v.askAbout(before)
	v.listed(before, made)
	if got := v.now(); got.Item == "" || v.shown.subject != got {
		t.Errorf("asks about %v", got)
	}
}
