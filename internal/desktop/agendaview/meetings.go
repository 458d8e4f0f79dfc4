package agendaview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"snijvlak/internal/agenda"
	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
	"snijvlak/internal/prose"
)

// meetings is the page of the meetings: the calendar, one that is prepared, one
// that is held, or a paper.
type meetings struct {
	view   *View
	object *fyne.Container
	// at is the meeting that is open; empty for the calendar.
	at landscape.ID
	// hold is the meeting that is being held, or nil.
	hold *holding
	// paper says that a paper is on the screen, which stays until it is closed;
	// made numbers the papers, so that only the last one asked for is shown.
	paper bool
	made  int
}

func newMeetings(v *View) *meetings { return &meetings{view: v, object: container.NewStack()} }

// put shows one thing on the page.
func (m *meetings) put(o fyne.CanvasObject) {
	m.object.Objects = []fyne.CanvasObject{o}
	m.object.Refresh()
}

// show fills the page for a state.
func (m *meetings) show(s kit.State) {
	n, ok := s.Land.Node(m.at)
	switch {
	case m.paper:
	case m.hold != nil:
		m.hold.show()
	case ok:
		m.put(m.view.preparation(s, n))
	default:
		m.at = ""
		m.put(m.view.calendar(s))
	}
	m.view.primary()
}

// opened is the meeting that is open, where it is not held yet.
func (m *meetings) opened() (*landscape.Node, bool) {
	s := m.view.host.State()
	if s.Land == nil || m.paper || m.hold != nil {
		return nil, false
	}
	return s.Land.Node(m.at)
}

// open goes to a meeting, or to the one of an item of its agenda.
func (m *meetings) open(n *landscape.Node) {
	s := m.view.host.State()
	if n.Type == landscape.Item {
		n = agenda.TabledIn(s.Land, n.ID)
	}
	m.at, m.hold, m.paper = "", nil, false
	m.made++
	if n != nil {
		m.at = n.ID
	}
	m.show(s)
}

// close goes back to the calendar.
func (m *meetings) close() {
	m.at, m.hold, m.paper = "", nil, false
	m.made++
	m.show(m.view.host.State())
}

// calendar is all meetings, those to come first, with what the calendar lacks.
func (v *View) calendar(s kit.State) fyne.CanvasObject {
	t := v.words.T
	rows := container.New(&stackLayout{room: kit.Space2})
	for _, g := range agenda.Gaps(s.Land) {
		rows.Add(markLine(mark{"calendar", prose.Gap(v.words, g), true}))
	}
	var past []*landscape.Node
	rows.Add(heading(t("board.meetings.next"), len(rows.Objects) > 0))
	none := true
	for _, n := range agenda.Meetings(s.Land, "") {
		if d := n.Date(landscape.DateOn); d.Known() && d.Last().Before(s.Today) {
			past = append([]*landscape.Node{n}, past...)
			continue
		}
		none = false
		rows.Add(v.meetingCard(s, n))
	}
	if none {
		rows.Add(kit.Tight(kit.Body(t("board.meetings.none"))))
	}
	if len(past) > 0 {
		rows.Add(heading(t("board.meetings.past"), true))
	}
	for _, n := range past {
		rows.Add(v.meetingCard(s, n))
	}
	return page(rows)
}

// heading is the name of a part of a page, with room above it where something
// stands there.
func heading(text string, below bool) fyne.CanvasObject {
	rows := kit.Rows(0, kit.Tight(kit.Section(text)))
	if below {
		rows.Objects = append([]fyne.CanvasObject{kit.Gap(kit.Space2)}, rows.Objects...)
	}
	return rows
}

// meetingCard is one meeting with what can be done with it.
func (v *View) meetingCard(s kit.State, n *landscape.Node) fyne.CanvasObject {
	t := v.words.T
	items := agenda.ItemsOf(s.Land, n.ID)
	open := 0
	for _, item := range items {
		if item.Get(landscape.Result) == "" {
			open++
		}
	}
	texts := newFace(strong(prose.Capital(prose.MeetingName(v.words, s.Land, n))), quiet(v.itemsText(len(items), open)))
	buttons := kit.Columns(kit.Space2)
	if open < len(items) {
		buttons.Add(kit.NewQuiet(t("board.minutes"), func() { v.showPaper(n, minutesPaper) }))
	}
	buttons.Add(kit.NewQuiet(t("board.prepare.short"), func() { v.meets.open(n) }))
	if !s.Reads() && open > 0 {
		buttons.Add(kit.NewQuiet(t("board.hold.short"), func() { v.holdMeeting(n) }))
	}
	card := kit.NewCard(kit.Pad(kit.Space1, container.New(&sideways{room: kit.Space3}, texts, buttons)))
	card.OnTapped = func() { v.meets.open(n) }
	return card
}

func (v *View) itemsText(items, open int) string {
	if items == 0 {
		return v.words.T("board.items.none")
	}
	return v.words.N("board.items", items, "Open", open)
}

// nextMeeting is the next of the deciding body, or nil; that there is none is
// told.
func (v *View) nextMeeting() *landscape.Node {
	s := v.host.State()
	n, err := agenda.MeetingFor(s.Land, "", s.Today)
	if err != nil || n == nil {
		v.host.Notice(v.words.T("board.meetings.none"))
		return nil
	}
	return n
}

func (v *View) prepareNext() {
	if n := v.nextMeeting(); n != nil {
		v.turn(meetingsPage)
		v.meets.open(n)
	}
}

func (v *View) holdNext() {
	if n := v.nextMeeting(); n != nil {
		v.turn(meetingsPage)
		v.holdMeeting(n)
	}
}
