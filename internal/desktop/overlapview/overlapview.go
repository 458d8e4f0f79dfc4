// Package overlapview is the view Overlap: type a text, see whether a table
// works on it already, and say what to do with it. Behind its second tab
// initiatives are held against each other.
package overlapview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"snijvlak/internal/desktop/answers"
	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
	"snijvlak/internal/words"
	"snijvlak/internal/workspace"
)

// View is the view Overlap.
type View struct {
	host  kit.Host
	words *words.Words

	content  *fyne.Container
	tabs     [2]*kit.Chip
	more     []*kit.QuietButton // beside the tabs, where one asks a question
	asking   *fyne.Container
	matrix   *matrix
	question *kit.Entry
	beside   *fyne.Container // what the question is about, where it is an item
	verdict  *fyne.Container
	cards    *fyne.Container
	foot     *fyne.Container

	// subject is what is asked about; its text is that of the field.
	subject answers.Subject
	history []answers.Subject
	asked   int    // numbers the questions, so that a late answer is dropped
	coming  bool   // the answer to the last question is still to come
	then    func() // what a person wants to do with that answer
	shown   *shownAnswer
	all     bool
	head    workspace.Head
	day     landscape.Date
	wait    func()
}

// New makes the view.
func New(host kit.Host) *View {
	v := &View{host: host, words: host.State().Words}
	v.matrix = newMatrix(host)
	v.asking = v.newAsking()
	t := v.words.T
	v.tabs = [2]*kit.Chip{
		kit.NewChip(t("asking.tab.question"), func(bool) { v.turn(false) }),
		kit.NewChip(t("asking.tab.matrix"), func(bool) { v.turn(true) }),
	}
	v.more = []*kit.QuietButton{kit.NewQuiet(t("asking.history"), v.pickEarlier), kit.NewQuiet(t("asking.pick.short"), v.pickItem)}
	head := container.New(layout.NewCustomPaddedLayout(kit.Space3, kit.Space4, kit.Space4, kit.Space4),
		container.New(&ends{}, kit.Flow(v.tabs[0], v.tabs[1]), kit.Flow(v.more[0], v.more[1])))
	v.content = container.NewBorder(head, nil, nil, nil, container.NewStack(v.asking, v.matrix.content))
	v.turn(false)
	v.clear()
	return v
}

func (v *View) newAsking() *fyne.Container {
	t := v.words.T
	v.question = kit.NewArea(t("asking.hint"), 2)
	v.question.OnDone = v.askNow
	v.question.OnChanged = func(string) { v.typed() }
	v.beside, v.verdict, v.foot = container.NewVBox(), container.NewVBox(), container.NewVBox()
	v.cards = answers.Grid()
	field := container.New(margins{kit.Space2}, v.question)
	head := kit.NewCard(kit.Rows(kit.Space1, kit.Strong(t("asking.question")), field, v.beside))
	body := kit.Rows(kit.Space3, head, v.verdict, v.cards, v.foot)
	scroll := container.NewVScroll(container.New(margins{kit.Space4}, body))
	return container.NewStack(scroll)
}

// turn shows one of the two tabs.
func (v *View) turn(matrix bool) {
	v.tabs[0].Set(!matrix)
	v.tabs[1].Set(matrix)
	v.asking.Hidden = matrix
	for _, b := range v.more {
		b.Hidden = matrix
	}
	v.matrix.content.Hidden = !matrix
	if matrix {
		v.matrix.show(v.host.State())
	}
	v.content.Refresh()
}

func (v *View) comparing() bool { return v.asking.Hidden }

// ID is part of kit.View, as are those that follow.
func (v *View) ID() kit.ViewID { return kit.OverlapView }

// Content is what the view shows.
func (v *View) Content() fyne.CanvasObject { return v.content }

// Focus puts the keyboard in the question, or in the list of pairs.
func (v *View) Focus() {
	if v.comparing() {
		v.host.Window().Canvas().Focus(v.matrix.list)
		return
	}
	v.host.Window().Canvas().Focus(v.question)
}

// Attention is always none: nothing waits here.
func (v *View) Attention(kit.State) int { return 0 }

// Go asks about a text or an item.
func (v *View) Go(p kit.Place) {
	if n, ok := v.host.State().Land.Node(p.Item); ok {
		v.askAbout(answers.Subject{Item: n.ID, Text: n.Name()})
	} else if p.Text != "" {
		v.askAbout(answers.Subject{Text: p.Text})
	}
}

// Show asks again where the landscape or the day is another.
func (v *View) Show(s kit.State) {
	if v.comparing() {
		v.matrix.show(s)
	}
	if s.Head == v.head && s.Day == v.day {
		return
	}
	v.head, v.day = s.Head, s.Day
	if v.now() != (answers.Subject{}) {
		v.ask()
	}
}

// Actions are what one can do with the question.
func (v *View) Actions() []kit.Action {
	none := func() string {
		if v.now().Text == "" || !v.late() && v.shown.err != nil {
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
	list := func() string {
		if why := change(); why != "" || v.now().Item == "" {
			return why
		}
		return v.words.T("asking.listed")
	}
	return []kit.Action{
		{Key: "asking.clear", Do: v.restart},
		{Key: "asking.pick", Do: v.pickItem},
		{Key: "asking.history", Do: v.pickEarlier},
		{Key: "asking.copy", Do: v.copy, Why: none},
		{Key: "asking.to-list", Do: v.toList, Why: list},
		{Key: "asking.to-stock", Do: v.toStock, Why: change},
		{Key: "asking.compare", Do: func() { v.turn(true); v.Focus() }},
	}
}

func (v *View) restart() {
	v.turn(false)
	v.question.SetText("")
	v.Focus()
}

// margins keeps room at both sides and below, not above.
type margins struct{ room float32 }

func (m margins) MinSize(o []fyne.CanvasObject) fyne.Size {
	return o[0].MinSize().AddWidthHeight(2*m.room, m.room)
}

func (m margins) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[0].Move(fyne.NewPos(m.room, 0))
	o[0].Resize(size.SubtractWidthHeight(2*m.room, m.room))
}
