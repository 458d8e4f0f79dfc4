// Package journalview is the view Journaal: what was decided and changed, by
// whom and why, newest first; what one entry did in full; and the way back to
// any moment.
package journalview

import (
	"errors"
	"fmt"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

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
	first := container.NewBorder(nil, nil, nil, container.NewHBox(kit.Gap(0), v.back), v.search)
	second := kit.Flow(sized(124, v.kind.Select), sized(220, v.period.Select), sized(150, v.author.Select), sized(176, v.meeting.Select))
	v.scroll = container.NewVScroll(kit.Pad(kit.Space4, v.detail))
	left := container.NewBorder(nil, v.more, nil, nil, container.NewStack(v.list, v.none))
	split := container.NewHSplit(kit.OnPaper(left), kit.OnPaper(v.scroll))
	split.SetOffset(0.5)
	v.content = kit.Pad(kit.Space4, container.NewBorder(kit.Rows(kit.Space2, first, second, v.count), nil, nil, nil, split))
}

// sized gives an object a width, and the height it asks.
func sized(width float32, o fyne.CanvasObject) *fyne.Container {
	return container.NewGridWrap(fyne.NewSize(width, o.MinSize().Height), o)
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
		{Key: "history.look-back", Do: v.lookBack, Why: none},
		{Key: "history.copy", Do: v.copy, Why: none},
		{Key: "history.verify", Do: v.verify},
	}
}

// asked is what the filters ask.
func (v *View) asked() filter {
	f := filter{text: v.search.Text, item: v.item}
	f.author, _ = v.author.Value()
	f.meeting, _ = v.meeting.Value()
	f.kind, _ = v.kind.Value()
	if s := v.host.State(); s.Land != nil {
		p, _ := v.period.Value()
		f.span = spanOf(p, s.Land, s.Today, v.other)
	}
	return f
}

// sift shows what the filters let through, and looks further back where that is
// little.
func (v *View) sift() {
	f := v.asked()
	v.kept = through(v.all, f)
	v.list.UnselectAll()
	v.tell(f)
	v.keepChosen()
	v.further(f)
}

// tell shows the lines that are kept, and how many these are.
func (v *View) tell(f filter) {
	v.count.Objects = []fyne.CanvasObject{v.counted(f)}
	v.count.Refresh()
	v.none.Objects = nil
	if len(v.kept) == 0 {
		v.none.Objects = []fyne.CanvasObject{kit.Empty(v.words.T("history.empty"))}
	}
	v.none.Refresh()
	v.more.Hidden = !v.mayHoldOlder(f)
	v.more.Refresh()
	v.list.Refresh()
}

// further looks in older entries as long as little was found.
func (v *View) further(f filter) {
	if len(v.kept) < enough && v.mayHoldOlder(f) {
		v.readOlder()
	}
}

// mayHoldOlder says whether older entries can be what is looked for.
func (v *View) mayHoldOlder(f filter) bool {
	if v.oldest <= 1 || len(v.all) == 0 {
		return false
	}
	first := f.span.from
	return !first.Known() || !dayOf(v.all[len(v.all)-1]).Before(first.First())
}

// keepChosen chooses the line that was, or the first.
func (v *View) keepChosen() {
	for row, l := range v.kept {
		if l.Seq == v.chosen {
			v.list.Select(row)
			return
		}
	}
	v.chosen = 0
	if len(v.kept) > 0 {
		v.list.Select(0)
		return
	}
	v.showDetail()
}

// clear shows the whole journal.
func (v *View) clear() {
	v.item = ""
	v.kind.Set(everything)
	v.author.Set("")
	v.meeting.Set("")
	v.period.Set(always)
	v.search.SetText("")
	v.sift()
}

// sinceMeeting shows what was recorded since the previous meeting.
func (v *View) sinceMeeting() {
	v.period.Set(sinceMeeting)
	v.sift()
	v.Focus()
}

// choosePeriod filters by a period, and asks for one that has no name.
func (v *View) choosePeriod(p period) {
	if p != otherPeriod {
		v.sift()
		return
	}
	t := v.words.T
	from, to := kit.NewDateEntry(v.words, v.other.from), kit.NewDateEntry(v.words, v.other.to)
	var sheet *kit.Sheet
	sheet = kit.NewSheet(v.host.Window(), t("history.period.title"), 460,
		kit.Rows(kit.Space2, kit.Field(t("history.period.from"), from, ""), kit.Field(t("history.period.to"), to, "")),
		kit.SheetButton{Text: t("window.cancel"), Do: func() { v.period.Set(always); v.sift() }},
		kit.SheetButton{Text: t("history.period.show"), Primary: true, Stays: true, Do: func() {
			first, wrong := from.Date()
			last, alsoWrong := to.Date()
			if err := errors.Join(wrong, alsoWrong); err != nil {
				sheet.Fault(err.Error())
				return
			}
			if (landscape.Period{Start: first, End: last}).Backward() {
				sheet.Fault(t("history.period.backward"))
				return
			}
			v.other = span{first, last}
			sheet.Close()
			v.sift()
		}})
	from.OnDone, to.OnDone = sheet.Confirm, sheet.Confirm
	sheet.Show(from)
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
