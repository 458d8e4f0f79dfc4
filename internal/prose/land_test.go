package prose_test

import (
	"testing"
	"time"

	"snijvlak/internal/agenda"
	"snijvlak/internal/landscape"
	"snijvlak/internal/landscapetest"
	"snijvlak/internal/prose"
	"snijvlak/internal/words"
	"snijvlak/internal/workspace"
)

// year is a small landscape with two meetings, the first of which was held.
type year struct {
	t    *testing.T
	l    *landscape.Landscape
	seq  uint64
	log  []workspace.JournalEntry
	then *landscape.Landscape // after the first meeting
}

var stated = landscape.Basis{Certainty: landscape.Stated, Evidence: []landscape.Evidence{{Document: "bron", Section: "hoofdstuk 2"}}}

func day(s string) landscape.Date { return landscape.MustDate(s) }

// apply makes edits, and an entry of the journal of them.
func (y *year) apply(why workspace.Why, edits []landscape.Edit, err error) {
	y.t.Helper()
	if err == nil {
		y.l, err = y.l.Apply(edits)
	}
	if err != nil {
		y.t.Fatal(err)
	}
	y.seq++
	y.log = append(y.log, workspace.JournalEntry{
		Seq: y.seq, Kind: workspace.DoEntry, Author: "A", At: time.Date(2027, 1, 1, 9, 0, 0, 0, time.UTC),
		Reason: why.Reason, Meeting: why.Meeting, DecidedBy: why.DecidedBy, Checked: why.Checked, Edits: edits,
	})
}

func (y *year) first() {
	text := func(n *landscape.Node, pairs ...string) *landscape.Node {
		for i := 0; i+1 < len(pairs); i += 2 {
			n = n.Text(landscape.Field(pairs[i]), pairs[i+1], stated)
		}
		return n
	}
	node := func(t landscape.Type, id landscape.ID, pairs ...string) landscape.Edit {
		return landscapetest.Put(text(landscape.NewNode(id, t), pairs...))
	}
	link := func(from landscape.ID, link landscape.Link, to landscape.ID) landscape.Edit {
		return landscapetest.Join(landscape.Relation{From: from, Link: link, To: to, Basis: stated})
	}
	guess := landscape.Relation{From: "tafel-b", Link: landscape.Owns, To: "k-2", Basis: stated}
	guess.Certainty = landscape.Inferred
	y.apply(workspace.Why{}, []landscape.Edit{
		node(landscape.Document, "bron", "name", "De bron", "short", "Bron"),
		node(landscape.Body, "stuurgroep", "name", "Stuurgroep Zorg & Veiligheid", "short", "Stuurgroep", "role", "decides"),
		node(landscape.Body, "klankbordgroep", "name", "Klankbordgroep", "role", "prepares"),
		node(landscape.Theme, "wonen", "name", "Een passende woonplek", "number", "3"),
		node(landscape.Organisation, "gemeente", "name", "Gemeente"),
		node(landscape.Initiative, "tafel-a", "name", "Bestuurlijk overleg <A>", "short", "Overleg <A>", "start", "2020"),
		node(landscape.Initiative, "tafel-b", "name", "Programma *B*", "start", "2021"),
		node(landscape.Bottleneck, "k-1", "name", "Mensen wachten te lang op een woning.", "short", "Wachten op een woning"),
		node(landscape.Bottleneck, "k-2", "name", "Niemand heeft de regie na detentie.", "short", "Geen regie na detentie"),
		node(landscape.Bottleneck, "k-3", "name", "Twee tafels doen elk een stuk.", "signalled-by", "regio Noord"),
		node(landscape.Action, "a-1", "name", "Afspraken over woningen", "list", "stock", "importance", "hoog: wachttijd", "feasibility", "midden", "impact", agenda.NotDiscussed),
		link("gemeente", landscape.TakesPartIn, "stuurgroep"),
		link("k-1", landscape.BelongsTo, "wonen"), link("k-2", landscape.BelongsTo, "wonen"), link("k-3", landscape.BelongsTo, "wonen"),
		link("a-1", landscape.Resolves, "k-2"),
		landscapetest.Join(guess),
	}, nil)
}

func act(meeting landscape.ID, on string) agenda.Act {
	return agenda.Act{Day: day(on), Meeting: meeting, Author: "A"}
}

const (
	first  = "stuurgroep-2027-02-04"
	second = "stuurgroep-2027-05-13"
)

// newYear plans three meetings, holds the first and prepares the second.
func newYear(t *testing.T) *year {
	t.Helper()
	y := &year{t: t, l: landscape.New()}
	y.first()
	edits, _, err := agenda.Schedule(y.l, "stuurgroep", []landscape.Date{day("2027-02-04"), day("2027-05-13"), day("2027-09-09")}, "", act("", "2027-01-04"))
	y.apply(workspace.Why{}, edits, err)
	y.propose(agenda.Move{Item: "k-1", To: landscape.Done, By: "tafel-a", Stage: landscape.Asked, Reason: "Dit hoort bij <A>"}, first)
	y.propose(agenda.Move{Item: "a-1", To: landscape.Underway, Lead: "gemeente", Reason: "het is urgent"}, first)
	y.table(agenda.Tabled{Name: "Convenant", Treatment: landscape.ForDecision, Note: map[landscape.Field]string{
		landscape.Requested: "Instemmen met het convenant", landscape.Occasion: "Het oude loopt af.\nDe regio's vragen erom.",
	}}, first)
	y.conclude(1, landscape.Taken, "")
	y.conclude(2, landscape.Taken, "")
	y.conclude(3, landscape.InConcept, "De achterban wordt geraadpleegd")
	y.then = y.l
	y.apply(workspace.Why{}, []landscape.Edit{landscapetest.Put(
		landscape.NewNode("k-4", landscape.Bottleneck).Text(landscape.Name, "Nieuw knelpunt | met streep", stated))}, nil)
	y.apply(workspace.Why{}, []landscape.Edit{landscapetest.Join(landscape.Relation{From: "k-4", Link: landscape.BelongsTo, To: "wonen", Basis: stated})}, nil)
	y.propose(agenda.Move{
		Item: "k-2", To: landscape.Done, By: "tafel-b", Stage: landscape.Could, Reason: "B werkt hieraan",
		Extent: "de eerste week", Remainder: "de weken daarna",
	}, second)
	return y
}

func (y *year) propose(m agenda.Move, meeting landscape.ID) {
	y.t.Helper()
	edits, _, err := agenda.Propose(y.l, m, act(meeting, "2027-01-10"))
	y.apply(workspace.Why{Reason: m.Reason, Meeting: meeting}, edits, err)
}

func (y *year) table(t agenda.Tabled, meeting landscape.ID) {
	y.t.Helper()
	edits, _, err := agenda.Table(y.l, t, act(meeting, "2027-01-10"))
	y.apply(workspace.Why{Meeting: meeting}, edits, err)
}

// conclude decides about an item of the first meeting by its number.
func (y *year) conclude(number int, result, text string) {
	y.t.Helper()
	item := agenda.ItemsOf(y.l, first)[number-1]
	edits, err := agenda.Conclude(y.l, agenda.Verdict{Item: item.ID, Result: result, Text: text}, act(first, "2027-02-05"))
	y.apply(workspace.Why{Meeting: first, DecidedBy: "stuurgroep"}, edits, err)
}

// setting is the ground of a paper of a meeting.
func (y *year) setting(lang string, to landscape.Audience, on string) prose.Setting {
	return prose.Setting{Words: words.In(lang), Land: y.l.ForAudience(to).AsOf(day(on)), Audience: to, Made: day("2027-05-01")}
}

func (y *year) papers(to landscape.Audience) agenda.Papers {
	y.t.Helper()
	l := y.l.ForAudience(to)
	meeting, err := l.Find(second)
	if err != nil {
		y.t.Fatal(err)
	}
	return agenda.Prepare(l, y.then.ForAudience(to), meeting)
}
