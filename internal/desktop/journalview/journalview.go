// Package journalview is the view Journaal: what was decided and changed, by
// whom and why, newest first; what one entry did in full; and the way back to
// any moment.
package journalview

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"snijvlak/internal/agenda"
	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
	"snijvlak/internal/words"
	"snijvlak/internal/workspace"
)

// View is the view Journaal.
type View struct {
	host  kit.Host
	words *words.Words

	search  *kit.Entry
	kind    *kit.Choice[kind]
	author  *kit.Choice[string]
	meeting *kit.Choice[landscape.ID]
	period  *kit.Choice[period]
	back    *kit.Button
	top     *fyne.Container // the search and the way back
	way     *fyne.Container // holds the button back, with room before it
	count   *fyne.Container
	list    *kit.List
	none    *fyne.Container
	more    *kit.Button
	detail  *fyne.Container
	scroll  *container.Scroll
	content fyne.CanvasObject

	all     []line // newest first, as far as read
	kept    []line
	chosen  uint64
	head    workspace.Head
	oldest  uint64 // the oldest entry that was read
	older   bool   // older ones are being read
	reading int
	item    landscape.ID
	other   span // the period that was typed
}

// New makes the view.
func New(host kit.Host) *View {
	v := &View{host: host, words: host.State().Words}
	t := v.words.T
	v.search = kit.NewEntry(t("history.search"))
	v.search.OnChanged = func(string) { v.sift() }
	v.kind = kit.NewChoice(kinds, func(k kind) string { return t("history.kind." + string(k)) }, func(kind) { v.sift() })
	v.kind.Set(everything)
	v.author = kit.NewChoice([]string{""}, v.authorText, func(string) { v.sift() })
	v.author.Set("")
	v.meeting = kit.NewChoice([]landscape.ID{""}, v.meetingText, func(landscape.ID) { v.sift() })
	v.meeting.Set("")
	v.period = kit.NewChoice(periods, func(p period) string { return t("history.period." + string(p)) }, v.choosePeriod)
	v.period.Set(always)
	v.back = kit.PrimaryButton(t("history.back-to"), v.backTo)
	v.count, v.detail, v.none = container.NewStack(), container.NewStack(), container.NewStack()
	v.list = kit.NewList(func() int { return len(v.kept) }, v.newRow, v.fillRow)
	v.list.OnSelected = func(row int) { v.choose(v.kept[row].Seq) }
	v.list.OnMove = func(row int) { v.list.Select(row) }
	v.more = kit.FlatButton(t("history.older"), v.readOlder)
	v.more.Hide()
	v.build()
	return v
}

func (v *View) build() {
	v.way = container.NewHBox(kit.Gap(0), v.back)
	v.top = container.NewBorder(nil, nil, nil, v.way, v.search)
	second := kit.Abreast([]float32{1, 1},
		atLeast(330, kit.Abreast([]float32{1, 2}, v.kind.Select, v.period.Select)),
		atLeast(330, kit.Abreast([]float32{5, 6}, v.author.Select, v.meeting.Select)))
	v.scroll = container.NewVScroll(kit.Pad(kit.Space4, v.detail))
	left := container.NewBorder(nil, v.more, nil, nil, container.NewStack(v.list, v.none))
	split := container.NewHSplit(kit.OnPaper(left), kit.OnPaper(v.scroll))
	split.SetOffset(0.5)
	v.content = container.New(layout.NewCustomPaddedLayout(kit.Space2, kit.Space4, kit.Space4, kit.Space4),
		container.NewBorder(kit.Rows(kit.Space2, v.top, second, v.count), nil, nil, nil, split))
}

// atLeast asks a width for an object, which may get more.
func atLeast(width float32, o fyne.CanvasObject) *fyne.Container {
	room := canvas.NewRectangle(nil)
	room.SetMinSize(fyne.NewSize(width, 0))
	return container.NewStack(room, o)
}

// ID is part of kit.View, as are those that follow.
func (v *View) ID() kit.ViewID { return kit.JournalView }

// Content is what the view shows.
func (v *View) Content() fyne.CanvasObject { return v.content }

// Focus puts the keyboard in the list.
func (v *View) Focus() { v.host.Window().Canvas().Focus(v.list) }

// Attention is always none: what is done asks nothing.
func (v *View) Attention(kit.State) int { return 0 }

// Go shows the entries about an item, or searches.
func (v *View) Go(p kit.Place) {
	v.item = p.Item
	v.search.SetText(p.Text)
	if v.head.Seq > 0 {
		v.sift()
	}
}

// Actions are what one can do with an entry.
func (v *View) Actions() []kit.Action {
	none := func() string {
		if _, ok := v.current(); !ok {
			return v.words.T("history.none-chosen")
		}
		return ""
	}
	return []kit.Action{
		{Key: "history.since-meeting", Do: v.sinceMeeting},
		{Key: "history.clear", Do: v.clear},
		{Key: "history.back-to", Do: v.backTo, Why: v.whyNotBack},
		{Key: "history.reverse", Do: v.reverse, Why: v.whyNotReverse},
		{Key: "history.look-back", Do: v.lookBack, Why: none},
		{Key: "history.copy", Do: v.copy, Why: none},
		{Key: "history.verify", Do: v.verify},
	}
}

// counted says how many are shown, of which item and period, and clears that.
func (v *View) counted(f filter) fyne.CanvasObject {
	text := v.words.N("history.count", len(v.kept), "All", v.head.Seq)
	if v.oldest > 1 {
		text += " " + v.words.T("history.read-to", "Seq", v.oldest)
	}
	if p, _ := v.period.Value(); p == sinceMeeting {
		text += " · " + v.sinceText()
	}
	if !f.any() {
		return kit.Secondary(text)
	}
	if n, ok := v.host.State().Land.Node(v.item); ok {
		text += " · " + v.words.T("history.about", "Name", n.ShortName())
	}
	return kit.Bar([]fyne.CanvasObject{kit.Plain(kit.Secondary(text)), kit.NewQuiet(v.words.T("history.clear"), v.clear)})
}

// sinceText says since which meeting.
func (v *View) sinceText() string {
	s := v.host.State()
	m := lastMeeting(s.Land, s.Today)
	if m == nil {
		return v.words.T("history.no-meeting")
	}
	return v.words.T("history.since", "Meeting", m.Name())
}

func (v *View) authorText(name string) string {
	if name == "" {
		return v.words.T("history.everyone")
	}
	return name
}

func (v *View) meetingText(id landscape.ID) string {
	if id == "" {
		return v.words.T("history.every-meeting") // also before there is a landscape
	}
	n, err := v.host.State().Land.Find(id)
	if err != nil {
		return string(id)
	}
	return n.Name()
}

// fillAuthors offers the authors there are.
func (v *View) fillAuthors() { v.author.SetValues(append([]string{""}, authors(v.all)...)) }

// fillMeetings offers the meetings there are, the newest first.
func (v *View) fillMeetings(land *landscape.Landscape) {
	meetings := []landscape.ID{""}
	for _, n := range slices.Backward(agenda.Meetings(land, "")) {
		meetings = append(meetings, n.ID)
	}
	v.meeting.SetValues(meetings)
}

func (v *View) current() (line, bool) {
	for _, l := range v.kept {
		if l.Seq == v.chosen {
			return l, true
		}
	}
	return line{}, false
}

func (v *View) choose(seq uint64) {
	v.chosen = seq
	v.showDetail()
}

func (v *View) moment(e workspace.JournalEntry) string {
	at := e.At.Local()
	return fmt.Sprintf("%s  %s", kit.WriteDate(landscape.DateOf(at)), at.Format("15:04"))
}
