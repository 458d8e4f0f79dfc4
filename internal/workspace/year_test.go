package workspace_test

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"snijvlak/internal/agenda"
	"snijvlak/internal/exchange"
	"snijvlak/internal/landscape"
	"snijvlak/internal/overlap"
	"snijvlak/internal/store/bolt"
	"snijvlak/internal/store/memory"
	"snijvlak/internal/workspace"
)

// TestAYear plays a year of the Stuurgroep on the shipped landscape (see
// yearscript_test.go), takes everything back and does it again.
func TestAYear(t *testing.T) {
	for name, create := range map[string]func(*testing.T, workspace.Commit) workspace.Repository{
		"memory": func(t *testing.T, first workspace.Commit) workspace.Repository {
			repo := memory.New()
			_, err := repo.Commit(ctx, first)
			must(t, err)
			return repo
		},
		"bolt": func(t *testing.T, first workspace.Commit) workspace.Repository {
			path := filepath.Join(t.TempDir(), "jaar.snijvlak")
			must(t, bolt.Create(ctx, path, first))
			repo, err := bolt.Open(path)
			must(t, err)
			return repo
		},
	} {
		t.Run(name, func(t *testing.T) {
			y := newYear(t, create)
			y.play()
			y.check()
			y.papers()
			first := uint64(1)
			if name == "bolt" { // on a disk the last meeting will do
				first = y.Head().Seq - 30
			}
			y.takeBackAndRedo(first)
		})
	}
}

// year is a workspace with a clock of its own, and the state of the file after
// each entry.
type year struct {
	*testing.T
	*workspace.Workspace
	repo   workspace.Repository
	ask    workspace.Asker
	now    time.Time
	states map[uint64][]byte
}

func newYear(t *testing.T, create func(*testing.T, workspace.Commit) workspace.Repository) *year {
	l, err := exchange.Shipped()
	must(t, err)
	y := &year{T: t, states: map[uint64][]byte{}}
	y.goTo("2025-11-03")
	first, err := workspace.First(l, "secretaris", "shipped", y.now)
	must(t, err)
	y.repo = create(t, first)
	y.Workspace, err = workspace.Open(ctx, y.repo, "secretaris", workspace.WithClock(func() time.Time { return y.now }))
	must(t, err)
	lists, err := exchange.ShippedWords()
	must(t, err)
	engine := overlap.New(lists)
	y.ask = func(l *landscape.Landscape, day landscape.Date) *overlap.Index { return engine.Index(l, day) }
	y.keep()
	return y
}

func (y *year) goTo(day string) {
	now, err := time.ParseInLocation(time.DateOnly, day, time.Local)
	must(y, err)
	y.now = now.Add(14 * time.Hour)
}

// keep remembers the state of the file.
func (y *year) keep() {
	y.Helper()
	s, err := y.repo.Load(ctx)
	must(y, err)
	var b bytes.Buffer
	for _, r := range s.Records {
		fmt.Fprintf(&b, "%s %s\n", r.Key, r.Value)
	}
	y.states[s.Head.Seq] = b.Bytes()
}

// done holds that a change was made, and keeps the state after it.
func (y *year) done(_ workspace.JournalEntry, err error) {
	y.Helper()
	must(y, err)
	y.keep()
}

func (y *year) play() {
	y.Helper()
	days := []landscape.Date{}
	for _, day := range []string{sgDec, sgMar, sgJun, sgOct, sgJan} {
		days = append(days, landscape.MustDate(day))
	}
	for body, of := range map[landscape.ID][]landscape.Date{"stuurgroep": days, "klankbordgroep": agenda.Between(days)} {
		ids, err := y.Schedule(ctx, body, of, "")
		must(y, err)
		if len(ids) != len(of) {
			y.Fatalf("%d meetings of the %s", len(ids), body)
		}
		y.keep()
	}
	for _, id := range slices.Sorted(maps.Keys(actions)) {
		if id != "a25" {
			y.think(id)
		}
	}
	for _, m := range meetings {
		for _, line := range m.between {
			y.answer(line)
		}
		y.prepare(m.day, m.business)
		y.meet(m.day, m.business)
	}
	y.after()
}

// think puts a new action on the stock.
func (y *year) think(id landscape.ID) {
	y.Helper()
	added := workspace.Added{Type: landscape.Action, ID: id, Fields: map[landscape.Field][]string{
		landscape.Name: {"Actie " + string(id)}, landscape.List: {landscape.Stock},
	}}
	for _, b := range actions[id] {
		added.Relations = append(added.Relations, landscape.Relation{Link: landscape.Resolves, To: b})
	}
	y.done(y.Change(ctx, workspace.Why{}, func(l *landscape.Landscape) ([]landscape.Edit, error) {
		edits, _, err := y.Add(l, added)
		return edits, err
	}))
}

// answer records "DAY answer ITEM STAGE".
func (y *year) answer(line string) {
	y.Helper()
	words := strings.Fields(line)
	y.goTo(words[0])
	reply := agenda.Reply{Item: landscape.ID(words[2]), Stage: words[3], Reason: "zo geantwoord"}
	if reply.Stage != landscape.Declined {
		reply.Source.Document = "agenda"
	}
	y.done(y.Answer(ctx, reply, workspace.Recording{}))
}

// results are the words before a verb that ask another result than taken.
var results = map[string]string{
	"concept": landscape.InConcept, "defer": landscape.Deferred, "reject": landscape.Rejected, "amend": landscape.Amended,
}

// moveOf reads a line of business; "" as result is what came back by itself.
func moveOf(line string) (m agenda.Move, result string) {
	words := strings.Fields(line)
	result = landscape.Taken
	if r, ok := results[words[0]]; ok {
		result, words = r, words[1:]
	}
	m = agenda.Move{Item: landscape.ID(words[1]), Reason: "zo bedoeld"}
	switch words[0] {
	case "settle":
		return m, ""
	case "up":
		m.To, m.Lead, m.Coalition = landscape.Underway, landscape.ID(words[2]), []landscape.ID{"ggz"}
		m.Importance, m.Feasibility, m.Impact = "hoog: het speelt overal", agenda.NotDiscussed, "midden"
		return m, result
	case "complete":
		m.To, m.Outcome = landscape.Done, landscape.Completed
		return m, result
	case "back":
		m.To = words[2]
		return m, result
	}
	m.To, m.Outcome, m.By, m.Stage = landscape.Done, landscape.Elsewhere, landscape.ID(words[2]), words[3]
	if m.Stage == landscape.Agreed {
		m.Source.Document = "agenda"
	}
	switch words[0] {
	case "part":
		m.Extent, m.Remainder = "de twintig focusgebieden", "andere wijken en dorpen"
	case "for":
		m.For = []landscape.ID{landscape.ID(words[4])}
	}
	return m, result
}

// prepare proposes the business three weeks before the meeting, and lets the
// klankbordgroep see half of it.
func (y *year) prepare(day string, business []string) {
	y.Helper()
	y.goTo(landscape.MustDate(day).AddDays(-21).String())
	if day == sgDec {
		y.shared()
	}
	for i, line := range business {
		m, result := moveOf(line)
		if result == "" {
			continue
		}
		lists := y.list(m.Item)
		id, entry, err := y.Propose(ctx, m, workspace.Recording{})
		y.done(entry, err)
		if y.list(m.Item) != lists {
			y.Errorf("%s: a proposal moved it", line)
		}
		if i%2 == 0 {
			y.done(y.Change(ctx, workspace.Why{}, func(l *landscape.Landscape) ([]landscape.Edit, error) {
				return y.Set(l, id, []workspace.Assignment{
					{Field: landscape.AudienceOf, Values: []string{string(landscape.SoundingBoard)}},
				}, workspace.When{}, workspace.Source{})
			}))
		}
	}
}

// shared finds that a bottleneck lies with two tables: it is refused, and an
// action is thought of to connect them.
func (y *year) shared() {
	y.Helper()
	for _, table := range []landscape.ID{"zorg-straf", "femicide"} {
		y.done(y.Change(ctx, workspace.Why{}, func(l *landscape.Landscape) ([]landscape.Edit, error) {
			return y.Link(l, landscape.Relation{From: table, Link: landscape.Owns, To: "t1-11"},
				workspace.When{From: y.Today()}, workspace.Source{Document: "agenda"})
		}))
	}
	m, _ := moveOf("put t1-11 femicide asked")
	_, err := y.Move(ctx, y.ask, m, workspace.Recording{})
	var refused *agenda.Refused
	if !errors.As(err, &refused) || !refused.Breaks(agenda.RuleShared) {
		y.Errorf("what is shared was placed: %v", err)
	}
	y.think("a25")
}

// meet takes twelve decisions in a row.
func (y *year) meet(day string, business []string) {
	y.Helper()
	if len(business) != 12 {
		y.Fatalf("%d decisions on %s", len(business), day)
	}
	y.goTo(day)
	for _, line := range business {
		m, result := moveOf(line)
		v := agenda.Verdict{Result: result, Text: "zo besloten"}
		item := agenda.ProposalFor(y.Landscape(), m.Item)
		if item == nil {
			y.Fatalf("%s: nothing is on the agenda", line)
		}
		if v.Item = item.ID; result == "" {
			v.Result = strings.Fields(line)[2]
		}
		if result == landscape.Amended {
			v.Change.Lead = "vng"
		}
		entry, err := y.Conclude(ctx, y.ask, v, workspace.Recording{})
		if err != nil {
			y.Fatalf("%s on %s: %v", line, day, err)
		}
		y.keep()
		if moves := v.Result != landscape.InConcept && v.Result != landscape.Deferred && v.Result != landscape.Rejected; moves &&
			m.To == landscape.Underway && entry.Checked == nil {
			y.Errorf("%s: the overlap check is not in the journal", line)
		}
	}
	of := agenda.DecisionsOf(y.Landscape(), y.meetingOn(day))
	if len(of) != 12 {
		y.Errorf("%d decisions in the list of %s", len(of), day)
	}
}

func (y *year) meetingOn(day string) landscape.ID {
	for _, n := range agenda.Meetings(y.Landscape(), "stuurgroep") {
		if n.Get(landscape.DateOn) == day {
			return n.ID
		}
	}
	return ""
}

// after follows up after the last meeting: a refusal, and the end of a table.
func (y *year) after() {
	y.Helper()
	y.answer("2026-11-10 answer a07 declined")
	y.returns("2025-12-31", "t4-4", "")
	y.returns("2027-01-02", "t1-9", agenda.BecauseEnded)
	y.goTo("2027-01-04")
	m, _ := moveOf("back t1-9 bottlenecks")
	y.done(y.Move(ctx, y.ask, m, workspace.Recording{}))
	y.returns("2027-01-04", "t1-9", "")
	if got := y.returnsAt(t0, "2026-01-01"); !slices.Contains(got, "t4-4 ended") {
		y.Errorf("at the end of slachtofferbeleid came back: %v", got)
	}
	if got := y.returnsAt(t1, sgJun); !slices.Equal(got, []string{"t2-9 look-back", "t1-9 look-back", "t3-7 look-back"}) {
		y.Errorf("in June came back: %v", got)
	}
}

// The states of the file to look back at: before the second and the third
// meeting.
const t0, t1 = "2026-01-19", "2026-06-10"

// returns wants an item to come back on a day for a reason, by what the file
// says now; "" is not at all.
func (y *year) returns(day string, item landscape.ID, because agenda.Because) {
	y.Helper()
	on := landscape.MustDate(day)
	back, _ := agenda.Follow(y.Landscape().AsOf(on), on)
	var got agenda.Because
	for _, r := range back {
		if r.Node.ID == item {
			got = r.Because
		}
	}
	if got != because {
		y.Errorf("on %s %s comes back because of %q, expected %q", day, item, got, because)
	}
}

// returnsAt gives what came back on a day, by what the file said on another.
func (y *year) returnsAt(said, day string) []string {
	y.Helper()
	entries, err := y.Journal(ctx, 1)
	must(y, err)
	var last uint64
	for _, e := range entries {
		if !landscape.MustDate(said).Before(landscape.DateOf(e.At.Local())) {
			last = e.Seq
		}
	}
	l, err := y.At(ctx, last)
	must(y, err)
	on := landscape.MustDate(day)
	back, _ := agenda.Follow(l.AsOf(on), on)
	texts := make([]string, len(back))
	for i, r := range back {
		texts[i] = string(r.Node.ID) + " " + string(r.Because)
	}
	return texts
}

func (y *year) list(id landscape.ID) string {
	y.Helper()
	n, err := y.Landscape().Find(id)
	must(y, err)
	return agenda.ListOf(n)
}

// check holds every item against the table of the script.
func (y *year) check() {
	y.Helper()
	if len(final) != 65 {
		y.Fatalf("the table has %d items", len(final))
	}
	l := y.Landscape().AsOf(y.Today())
	for id, want := range final {
		if got := stands(l, id); got != want {
			y.Errorf("%s stands as %q, expected %q", id, got, want)
		}
	}
	if lead := l.In("a21", landscape.Leads); len(lead) != 1 || lead[0].From != "vng" {
		y.Errorf("a21 is led by %v", lead)
	}
	moved := 0
	for _, n := range l.Nodes(landscape.Bottleneck, landscape.Action) {
		if _, ours := final[n.ID]; !ours && n.Get(landscape.MovedOn) != "" {
			moved++
		}
	}
	if moved > 0 {
		y.Errorf("%d other items moved", moved)
	}
}

// stands says where an item stands, as the table of the script does.
func stands(l *landscape.Landscape, id landscape.ID) string {
	n, _ := l.Node(id)
	text := agenda.ListOf(n)
	if text == landscape.Done {
		text = n.Get(landscape.OutcomeOf)
	}
	for _, r := range l.Out(id, landscape.HandledBy) {
		switch {
		case r.Stage == landscape.Declined:
		case r.Extent != "":
			text += fmt.Sprintf(", part %s %s", r.To, r.Stage)
		default:
			text += fmt.Sprintf(" %s %s", r.To, r.Stage)
		}
	}
	return text
}

// papers compares what the Stuurgroep and the klankbordgroep get with what the
// secretary sees: what is missing is what is above them, and nothing else.
func (y *year) papers() {
	y.Helper()
	for _, day := range []string{sgMar, sgOct, sgJan} {
		all, err := y.Papers(ctx, y.meetingOn(day), landscape.Secretariat)
		must(y, err)
		sizes := map[landscape.Audience]int{}
		for _, who := range []landscape.Audience{landscape.SoundingBoard, landscape.Steering} {
			seen, err := y.Papers(ctx, y.meetingOn(day), who)
			must(y, err)
			if got, want := shown(seen, landscape.Secretariat), shown(all, who); !slices.Equal(got, want) {
				y.Errorf("%s, %s: %d lines, expected %d\n%v\n%v", day, who, len(got), len(want), got, want)
			}
			sizes[who] = len(shown(seen, landscape.Secretariat))
		}
		if total := len(shown(all, landscape.Secretariat)); sizes[landscape.SoundingBoard] >= sizes[landscape.Steering] || total == 0 {
			y.Errorf("%s: the papers differ too little to compare: %v of %d", day, sizes, total)
		}
	}
}

// shown are the lines of papers as far as an audience may see them.
func shown(p agenda.Papers, who landscape.Audience) []string {
	var lines []string
	for _, e := range append(slices.Clone(p.Decisions), p.Entries...) {
		if who.Sees(e.Item.Audience()) {
			lines = append(lines, "item "+string(e.Item.ID))
		}
	}
	for _, w := range p.Waiting {
		if who.Sees(w.Relation.Audience) {
			lines = append(lines, "waits "+w.Relation.Ref())
		}
	}
	for _, r := range p.Returning {
		if who.Sees(r.Relation.Audience) {
			lines = append(lines, "returns "+r.Relation.Ref()+" "+string(r.Because))
		}
	}
	for _, g := range p.Progress {
		for _, c := range g.Actions {
			if who.Sees(c.Node.Audience()) {
				lines = append(lines, "progress "+string(c.Node.ID))
			}
		}
	}
	return lines
}

// takeBackAndRedo undoes everything down to an entry and does it again; the file
// is the same at each step.
func (y *year) takeBackAndRedo(first uint64) {
	y.Helper()
	last := y.Head().Seq
	same := func(of uint64) {
		y.Helper()
		want := y.states[of]
		y.keep()
		if !bytes.Equal(y.states[y.Head().Seq], want) {
			y.Fatalf("entry %d does not give the state of entry %d", y.Head().Seq, of)
		}
	}
	for seq := last; seq > first; seq-- {
		_, err := y.Undo(ctx)
		must(y, err)
		same(seq - 1)
	}
	if first == 1 {
		if _, err := y.Undo(ctx); !errors.Is(err, workspace.ErrNoUndo) {
			y.Errorf("the first entry was undone: %v", err)
		}
	}
	for seq := first + 1; seq <= last; seq++ {
		_, err := y.Redo(ctx)
		must(y, err)
		same(seq)
	}
	y.check()
	y.Logf("%d entries, %d undone and redone", last, last-first)
}
