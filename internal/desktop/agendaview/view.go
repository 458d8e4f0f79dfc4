package agendaview

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"snijvlak/internal/agenda"
	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
	"snijvlak/internal/words"
	"snijvlak/internal/workspace"
)

// The pages of the view, by the key of their names.
const (
	boardPage    = "board"
	waitingPage  = "waiting"
	returnPage   = "returning"
	meetingsPage = "meetings"
)

var pages = []string{boardPage, waitingPage, returnPage, meetingsPage}

// View is the view Agenda.
type View struct {
	host  kit.Host
	words *words.Words

	tabs    map[string]*kit.Chip
	counts  map[string]int // how much there is on a page, where that is told
	page    string
	head    *fyne.Container
	buttons *fyne.Container
	filters *filters
	board   *board
	follows map[string]*followList
	meets   *meetings
	body    *fyne.Container
	content *fyne.Container

	head0 workspace.Head
	day   landscape.Date
	asked int
	shown bool
	lists agenda.Board
	say   writer
	here  landscape.ID // the card with the focus
	waits bool         // for cards, to put the keyboard on the first
	want  landscape.ID // the card to go to once it is there
	busy  bool         // the lists are being read
	moves int          // numbers the moves that are asked for
}

// New makes the view.
func New(host kit.Host) *View {
	v := &View{host: host, words: host.State().Words, tabs: map[string]*kit.Chip{}, counts: map[string]int{}, page: boardPage}
	v.board = newBoard(v.words)
	v.board.OnOpen = func(id landscape.ID) { v.here = id; host.Select(id) }
	v.board.OnHere = func(id landscape.ID) { v.here = id }
	v.board.Canvas = func() fyne.Canvas { return host.Window().Canvas() }
	v.board.OnMenu = v.menu
	v.board.adds(v.words, v.newBottleneck, v.newAction)
	v.board.OnMove = v.move
	v.filters = newFilters(v.words, v.refill)
	v.follows = map[string]*followList{waitingPage: newFollowList(), returnPage: newFollowList()}
	v.meets = newMeetings(v)
	v.buttons = container.NewHBox()
	v.head = v.tabRow()
	v.body = container.NewStack()
	v.content = container.New(layout.NewCustomPaddedLayout(kit.Space2, kit.Space2, kit.Space4, 0),
		container.NewBorder(aside(kit.Rows(kit.Space2, v.head, kit.Gap(0))), nil, nil, nil, v.body))
	v.turn(boardPage)
	return v
}

// tabRow are the pages at the left and what one does with the one shown at the
// right.
func (v *View) tabRow() *fyne.Container {
	row := kit.Flow()
	for _, p := range pages {
		chip := kit.NewChip("", func(bool) { v.turn(p) })
		v.tabs[p] = chip
		row.Add(chip)
	}
	middle := (v.buttonHigh() - kit.Target) / 2
	beside := container.New(layout.NewCustomPaddedLayout(middle, 0, 0, kit.Space2), row)
	return kit.Folding(v.nameTabs, container.NewBorder(nil, nil, nil, container.NewVBox(v.buttons), beside))
}

func (v *View) buttonHigh() float32 { return kit.NewButton("", nil).MinSize().Height }

// nameTabs gives the pages their names with how much there is on them, short
// ones where there is less room.
func (v *View) nameTabs(width float32) {
	for _, short := range []string{"", ".short"} {
		used := v.buttons.MinSize().Width
		for _, p := range pages {
			v.tabs[p].SetText(counted(v.words.T("board.page."+p+short), v.counts[p]))
			used += v.tabs[p].MinSize().Width + kit.Space2
		}
		if used <= width {
			break
		}
	}
}

// turn shows another page; what keys are about there is yet to be chosen.
func (v *View) turn(page string) {
	if page != v.page {
		v.here, v.want = "", ""
	}
	v.page = page
	v.meets.made++ // a paper that is still being made is for who stayed
	for p, chip := range v.tabs {
		chip.Set(p == page)
	}
	v.body.Objects = []fyne.CanvasObject{v.pageObject()}
	v.primary()
	if v.shown && page == meetingsPage {
		v.meets.show(v.host.State())
	}
	v.body.Refresh()
}

// Alone is part of kit.Alone: while a meeting is held.
func (v *View) Alone() bool { return v.page == meetingsPage && v.meets.hold != nil }

// headed shows the row of the pages, but not while a meeting is held.
func (v *View) headed() {
	if v.head.Hidden == v.Alone() {
		return
	}
	v.head.Hidden = v.Alone()
	v.head.Refresh()
	v.host.Arrange()
}

func (v *View) pageObject() fyne.CanvasObject {
	switch v.page {
	case waitingPage, returnPage:
		return v.follows[v.page].object
	case meetingsPage:
		return v.meets.object
	}
	return aside(container.NewBorder(kit.Rows(kit.Space2, v.filters.object, kit.Gap(0)), nil, nil, nil, v.board.object))
}

// aside keeps the right margin of the view, which a page leaves to the bar of
// its scroller.
func aside(o fyne.CanvasObject) *fyne.Container {
	return container.New(layout.NewCustomPaddedLayout(0, 0, 0, kit.Space4), o)
}

// primary puts the actions of the page at its top right.
func (v *View) primary() {
	t := v.words.T
	v.headed()
	v.buttons.RemoveAll()
	switch v.page {
	case boardPage:
		v.buttons.Add(kit.PrimaryButton(t("board.new-action"), v.newAction))
	case waitingPage:
		v.buttons.Add(kit.PrimaryButton(t("board.ask-papers"), v.askPapers))
	case meetingsPage:
		if n, ok := v.meets.opened(); ok {
			v.buttons.Add(kit.PrimaryButton(t("board.hold"), func() { v.holdMeeting(n) }))
		} else if !v.meets.paper {
			v.buttons.Add(kit.PrimaryButton(t("board.plan"), v.plan))
		}
	}
	v.buttons.Refresh()
	v.nameTabs(v.head.Size().Width)
}

// ID is part of kit.View, as are those that follow.
func (v *View) ID() kit.ViewID { return kit.AgendaView }

// Content is what the view shows.
func (v *View) Content() fyne.CanvasObject { return v.content }

// Focus puts the keyboard on the first card.
func (v *View) Focus() {
	if v.page != boardPage || !v.board.begin() {
		v.host.Window().Canvas().Focus(v.tabs[v.page])
		v.waits = v.page == boardPage // until there are cards
	}
}

// Go shows a card, or the meeting of an item.
func (v *View) Go(p kit.Place) {
	n, ok := v.host.State().Land.Node(p.Item)
	switch {
	case !ok:
		v.turn(boardPage)
	case n.Type == landscape.Meeting || n.Type == landscape.Item:
		v.turn(meetingsPage)
		v.meets.open(n)
	default:
		v.turn(boardPage)
		v.filters.clear()
		v.host.Select(n.ID)
		v.goTo(n.ID)
	}
}

// goTo puts the keyboard on a card, once the lists are as they are now.
func (v *View) goTo(id landscape.ID) {
	v.want = id
	if !v.busy {
		v.seek()
	}
}

func (v *View) seek() {
	if v.want != "" && v.page == boardPage && v.board.reach(v.want) {
		v.here, v.want = v.want, ""
	}
}

// Attention counts what comes back and the items of the next meeting that are
// to be decided on.
func (v *View) Attention(s kit.State) int {
	if s.Seen == nil {
		return 0
	}
	back, _ := agenda.Follow(s.Seen, s.Day)
	return len(back) + len(proposalsNext(s.Seen, s.Day))
}

// proposalsNext are the proposals on the agenda of the next meeting.
func proposalsNext(l *landscape.Landscape, day landscape.Date) []*landscape.Node {
	next, err := agenda.MeetingFor(l, "", day)
	if err != nil || next == nil {
		return nil
	}
	var open []*landscape.Node
	for _, n := range agenda.ItemsOf(l, next.ID) {
		if agenda.ProposesMove(n) && n.Get(landscape.Result) == "" {
			open = append(open, n)
		}
	}
	return open
}

// Show fills the view; what is only another selection marks a card.
func (v *View) Show(s kit.State) {
	if s.Seen == nil {
		return
	}
	chosen := landscape.ID("")
	if len(s.Selected) > 0 {
		chosen = s.Selected[0]
	}
	if chosen != v.board.chosen {
		v.here = chosen // what was chosen elsewhere in the window
	}
	if v.shown && s.Head == v.head0 && s.Day == v.day {
		v.board.choose(chosen)
		return
	}
	v.head0, v.day, v.shown = s.Head, s.Day, true
	v.board.chosen = chosen
	v.gather(s)
}

// gather reads the lists in the background; of several the newest is shown.
func (v *View) gather(s kit.State) {
	v.asked++
	number := v.asked
	v.busy = true
	v.host.Go(v.words.T("board.reading"), func(context.Context) func() {
		lists := agenda.BoardOf(s.Seen, s.Day, "")
		back, waiting := agenda.Follow(s.Seen, s.Day)
		return func() {
			if number != v.asked {
				return
			}
			v.busy = false
			v.lists, v.say = lists, writer{v.words, s.Seen, s.Day}
			v.filters.set(s.Seen)
			v.refill()
			v.fillFollows(s, back, waiting)
			if v.page == meetingsPage {
				v.meets.show(s)
			}
		}
	})
}

// refill shows what the filter keeps.
func (v *View) refill() {
	v.board.set(v.lists, v.filters.asked(), v.say)
	if v.waits && v.host.Window().Canvas().Focused() == v.tabs[boardPage] {
		v.board.begin()
	}
	v.waits = false
	v.seek()
}
