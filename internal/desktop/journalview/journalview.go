// Package journalview is the view Journaal: what was decided and changed, by
// whom and why, newest first; what one entry did in full; and the way back to
// any moment.
package journalview

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
	"snijvlak/internal/prose"
	"snijvlak/internal/words"
	"snijvlak/internal/workspace"
)

// page is how many entries are read at a time.
const page = 400

// View is the view Journaal.
type View struct {
	host  kit.Host
	words *words.Words

	search    *kit.Entry
	decisions *kit.Chip
	author    *kit.Choice[string]
	meeting   *kit.Choice[landscape.ID]
	count     *fyne.Container
	list      *kit.List
	detail    *fyne.Container
	more      *kit.Button
	content   fyne.CanvasObject

	all     []line // newest first, as far as read
	kept    []line
	chosen  uint64
	head    workspace.Head
	oldest  uint64
	reading int
	item    landscape.ID
}

// New makes the view.
func New(host kit.Host) *View {
	v := &View{host: host, words: host.State().Words}
	t := v.words.T
	v.search = kit.NewEntry(t("history.search"))
	v.search.OnChanged = func(string) { v.sift() }
	v.decisions = kit.NewChip(t("history.decisions"), func(bool) { v.sift() })
	v.author = kit.NewChoice([]string{""}, v.authorText, func(string) { v.sift() })
	v.meeting = kit.NewChoice([]landscape.ID{""}, v.meetingText, func(landscape.ID) { v.sift() })
	v.count, v.detail = container.NewStack(), container.NewStack()
	v.list = kit.NewList(func() int { return len(v.kept) }, v.newRow, v.fillRow)
	v.list.OnSelected = func(row int) { v.choose(v.kept[row].Seq) }
	v.more = kit.FlatButton(t("history.older"), func() { v.readOlder() })
	v.more.Hide()
	v.build()
	return v
}

func (v *View) build() {
	filters := container.NewBorder(nil, nil, nil, container.NewHBox(v.author.Select, v.meeting.Select, v.decisions), v.search)
	left := container.NewBorder(nil, v.more, nil, nil, kit.OnPaper(v.list))
	right := kit.OnPaper(container.NewVScroll(kit.Pad(kit.Space4, v.detail)))
	split := container.NewHSplit(left, right)
	split.SetOffset(0.58)
	v.content = kit.Pad(kit.Space4, container.NewBorder(kit.Rows(kit.Space2, filters, v.count), nil, nil, nil, split))
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
	v.sift()
}

// Actions are what one can do with an entry.
func (v *View) Actions() []kit.Action {
	none := func() string {
		if _, ok := v.current(); !ok {
			return v.words.T("history.none-chosen")
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
		{Key: "history.back-to", Do: v.backTo, Why: change},
		{Key: "history.copy", Do: v.copy, Why: none},
		{Key: "history.verify", Do: v.verify},
	}
}

// Show reads what is new.
func (v *View) Show(s kit.State) {
	if s.Head == v.head {
		return
	}
	v.read(max(1, s.Head.Seq-min(s.Head.Seq, page-1)), s)
}

func (v *View) readOlder() {
	if v.oldest > 1 {
		v.read(max(1, v.oldest-min(v.oldest-1, page)), v.host.State())
	}
}

// read reads the entries from number first on, and shows them.
func (v *View) read(first uint64, s kit.State) {
	v.reading++
	number := v.reading
	ws := v.host.Workspace()
	if v.oldest > 0 {
		first = min(first, v.oldest)
	}
	v.host.Go(v.words.T("history.reading"), func(ctx context.Context) func() {
		entries, err := ws.Entries(ctx, first, s.Head.Seq)
		all := lines(v.words, entries, prose.Names(s.Land, entries...))
		return func() {
			if err != nil {
				v.host.Fail(err)
				return
			}
			if number == v.reading {
				v.head, v.oldest, v.all = s.Head, first, all
				v.fillChoices(s.Land)
				v.sift()
			}
		}
	})
}

// sift shows what the filters let through.
func (v *View) sift() {
	f := filter{text: v.search.Text, decisions: v.decisions.On(), item: v.item}
	f.author, _ = v.author.Value()
	f.meeting, _ = v.meeting.Value()
	v.kept = through(v.all, f)
	v.more.Hidden = v.oldest <= 1
	v.count.RemoveAll()
	v.count.Add(v.counted())
	v.list.UnselectAll()
	v.list.Refresh()
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

// counted says how many are shown, of which item, and clears that.
func (v *View) counted() fyne.CanvasObject {
	text := v.words.T("history.count", "Shown", len(v.kept), "All", len(v.all))
	if v.item == "" {
		return kit.Secondary(text)
	}
	name := string(v.item)
	if n, ok := v.host.State().Land.Node(v.item); ok {
		name = n.ShortName()
	}
	clear := kit.FlatButton(v.words.T("history.all-items"), func() { v.item = ""; v.sift() })
	return kit.Bar([]fyne.CanvasObject{kit.Plain(kit.Secondary(text + " · " + v.words.T("history.about", "Name", name))), clear})
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

// fillChoices offers the authors and meetings there are.
func (v *View) fillChoices(land *landscape.Landscape) {
	v.author.SetValues(append([]string{""}, authors(v.all)...))
	meetings := []landscape.ID{""}
	for _, n := range land.Nodes(landscape.Meeting) {
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
