// Package overlapview is the view Overlap: type a text, see whether a table
// works on it already, and say what to do with it. The matrix of initiatives
// stands behind its second tab.
package overlapview

import (
	"context"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"snijvlak/internal/desktop/answers"
	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
	"snijvlak/internal/overlap"
	"snijvlak/internal/words"
	"snijvlak/internal/workspace"
)

// pause is how long nobody types before the question is asked.
const pause = 250 * time.Millisecond

// few is how many cards are shown before one asks for more.
const few = 3

// View is the view Overlap.
type View struct {
	host  kit.Host
	words *words.Words

	question *kit.Entry
	verdict  *fyne.Container
	cards    *fyne.Container
	foot     *fyne.Container
	content  fyne.CanvasObject

	// item is what is asked about, where it is there already.
	item  landscape.ID
	asked int // numbers the questions, so that a late answer is dropped
	shown *shownAnswer
	all   bool
	head  workspace.Head
	day   landscape.Date
	timer *time.Timer
}

// shownAnswer is the answer on the screen.
type shownAnswer struct {
	text   string
	answer overlap.Answer
	writer answers.Writer
	tables int
	err    error
}

// New makes the view.
func New(host kit.Host) *View {
	v := &View{host: host, words: host.State().Words}
	t := v.words.T
	v.question = kit.NewArea(t("asking.hint"), 2)
	v.question.OnDone = func() { v.ask() }
	v.question.OnChanged = func(string) { v.typed() }
	v.verdict, v.cards, v.foot = container.NewVBox(), answers.Grid(), container.NewVBox()
	head := kit.Rows(kit.Space1, kit.Plain(kit.Strong(t("asking.question"))), v.question)
	body := kit.Rows(kit.Space3, kit.OnPaper(kit.Pad(kit.Space3, head)), v.verdict, v.cards, v.foot)
	v.content = container.NewVScroll(kit.Pad(kit.Space4, body))
	v.clear()
	return v
}

// ID is part of kit.View, as are those that follow.
func (v *View) ID() kit.ViewID { return kit.OverlapView }

// Content is what the view shows.
func (v *View) Content() fyne.CanvasObject { return v.content }

// Focus puts the keyboard in the question.
func (v *View) Focus() { v.host.Window().Canvas().Focus(v.question) }

// Attention is always none: nothing waits here.
func (v *View) Attention(kit.State) int { return 0 }

// Go asks about a text or an item.
func (v *View) Go(p kit.Place) {
	switch n, ok := v.host.State().Land.Node(p.Item); {
	case ok:
		v.set(n.Name(), n.ID)
	case p.Text != "":
		v.set(p.Text, "")
	}
}

func (v *View) set(text string, item landscape.ID) {
	v.question.SetText(text)
	v.item = item
	v.stop()
	v.ask()
}

// Show asks again where the landscape or the day is another.
func (v *View) Show(s kit.State) {
	if s.Head == v.head && s.Day == v.day {
		return
	}
	v.head, v.day = s.Head, s.Day
	if strings.TrimSpace(v.question.Text) != "" {
		v.ask()
	}
}

// Actions are what one can do with the question.
func (v *View) Actions() []kit.Action {
	none := func() string {
		if strings.TrimSpace(v.question.Text) == "" {
			return v.words.T("asking.none-asked")
		}
		return ""
	}
	change := func() string {
		if s := v.host.State(); s.Reads() {
			return s.WhyNot()
		}
		return none()
	}
	return []kit.Action{
		{Key: "asking.copy", Do: v.copy, Why: none},
		{Key: "asking.to-list", Do: v.toList, Why: change},
		{Key: "asking.to-stock", Do: v.toStock, Why: change},
		{Key: "asking.clear", Do: func() { v.question.SetText(""); v.Focus() }},
	}
}

// typed waits for a pause before it asks.
func (v *View) typed() {
	v.item = ""
	v.stop()
	if strings.TrimSpace(v.question.Text) == "" {
		v.clear()
		return
	}
	v.timer = time.AfterFunc(pause, func() { kit.Do(v.ask) })
}

func (v *View) stop() {
	if v.timer != nil {
		v.timer.Stop()
	}
}

// ask asks the engine; of several answers only that of the last question is
// shown.
func (v *View) ask() {
	v.stop()
	text, item, state := strings.TrimSpace(v.question.Text), v.item, v.host.State()
	v.asked++
	number := v.asked
	if text == "" {
		v.clear()
		return
	}
	v.host.Go(v.words.T("asking.asking"), func(context.Context) func() {
		ix := v.host.Overlap()
		a := &shownAnswer{text: text, writer: answers.Writing(v.words, state.Seen, state.Day, ix)}
		a.tables = len(state.Seen.Nodes(landscape.Initiative))
		if item != "" {
			a.answer, a.err = ix.About(item, overlap.Options{})
		} else {
			a.answer, a.err = ix.Query(text, overlap.Options{})
		}
		return func() {
			if number == v.asked {
				v.all = false
				v.show(a)
			}
		}
	})
}

// clear says what one can do here.
func (v *View) clear() {
	v.asked++
	v.shown = nil
	v.verdict.RemoveAll()
	v.cards.RemoveAll()
	v.foot.RemoveAll()
	v.verdict.Add(kit.Secondary(v.words.T("asking.empty")))
	v.content.Refresh()
}
