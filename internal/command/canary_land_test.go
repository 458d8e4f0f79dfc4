package command_test

import (
	"context"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"snijvlak/internal/landscape"
	"snijvlak/internal/store/memory"
	"snijvlak/internal/workspace"
)

// A canary is a word that stands in one place of the landscape: it tells for
// whom it is, and shows where it should not be.
var canaryForm = regexp.MustCompile(`(?i)qx([a-d])[a-z]{3}xq`)

// cage makes canaries and the records that hold them.
type cage struct {
	n       int
	records map[landscape.Key]landscape.Record
	// exported are the canaries of the landscape as it is now; the others are
	// of the journal.
	exported []string
}

func (c *cage) canary(a landscape.Audience) string {
	c.n++
	level := 'a' + rune(slices.Index(landscape.Audiences, a))
	return fmt.Sprintf("qx%c%c%c%cxq", level, 'a'+c.n/676, 'a'+c.n/26%26, 'a'+c.n%26)
}

// word is a canary that an export must hold.
func (c *cage) word(a landscape.Audience) string {
	w := c.canary(a)
	c.exported = append(c.exported, w)
	return w
}

func (c *cage) basis(a landscape.Audience) landscape.Basis {
	return landscape.Basis{Certainty: landscape.Stated, Evidence: []landscape.Evidence{
		{Document: c.id(a, landscape.Document, 0), Section: c.word(a), Note: c.word(a)},
	}}
}

// ids are made once for each audience, type and number.
func (c *cage) id(a landscape.Audience, t landscape.Type, i int) landscape.ID {
	at := slices.Index(landscape.Types, t)
	level := slices.Index(landscape.Audiences, a)
	return landscape.ID(fmt.Sprintf("qx%cz%c%cxq", 'a'+level, 'a'+at, 'a'+i))
}

// node has a canary in each field that holds text, also in its history.
func (c *cage) node(a landscape.Audience, t landscape.Type, i int) {
	n := landscape.NewNode(c.id(a, t, i), t)
	for _, spec := range landscape.FieldsOf(t) {
		claim := landscape.Claim{Values: []string{c.value(a, spec)}}
		if spec.Many() {
			claim.Values = append(claim.Values, c.value(a, spec))
		}
		if !spec.Clerical {
			claim.Basis = c.basis(a)
		}
		claims := []landscape.Claim{claim}
		if spec.Form == landscape.TextForm {
			old := claim
			old.Values, old.End = []string{c.value(a, spec)}, landscape.MustDate("2020")
			claims[0].Start = landscape.MustDate("2021")
			claims = append([]landscape.Claim{old}, claims...)
		}
		if spec.Field == landscape.AudienceOf {
			claims = []landscape.Claim{{Values: []string{string(a)}}}
		}
		n = n.WithClaims(spec.Field, claims)
	}
	c.put(landscape.Record{Node: n})
}

func (c *cage) value(a landscape.Audience, spec landscape.FieldSpec) string {
	switch {
	case spec.Field == landscape.Start:
		return "2019"
	case spec.Field == landscape.End:
		return "2029"
	case spec.Form == landscape.DateForm || spec.Form == landscape.DateListForm:
		return "2025-03-01"
	case spec.Form == landscape.FlagForm:
		return strconv.FormatBool(spec.Field != landscape.Suppress)
	case len(spec.Choices) > 0:
		return spec.Choices[0]
	case spec.Form == landscape.NumberForm:
		c.n++
		return fmt.Sprint(c.n % 90)
	}
	return c.word(a)
}

func (c *cage) put(r landscape.Record) { c.records[r.Key()] = r }

// relation is for an audience; the ends may be for another.
func (c *cage) relation(a landscape.Audience, own landscape.Audience, from landscape.ID, link landscape.Link, to landscape.ID) {
	r := landscape.Relation{
		From: from, Link: link, To: to, Audience: own, Basis: c.basis(a),
		Extent: c.word(a), Remainder: c.word(a), AskedTo: c.word(a), Reason: c.word(a),
		Grade: landscape.Overlap, Stage: landscape.Asked, Order: 1,
	}.Normal()
	// relations of one pair and kind differ by their start
	r.Start = landscape.MustDate(fmt.Sprint(2010 + slices.Index(landscape.Audiences, a)))
	c.put(landscape.Record{Relation: &r})
}

// fill makes the landscape: of each audience every type and every kind of
// relation; and between public nodes, or from them, relations and sources that
// are for fewer.
func (c *cage) fill() []landscape.Record {
	c.records = map[landscape.Key]landscape.Record{}
	for _, a := range landscape.Audiences {
		for _, t := range landscape.Types {
			c.node(a, t, 0)
			c.node(a, t, 1)
		}
		for _, spec := range landscape.Links {
			from, to := spec.From[0], spec.To[0]
			c.relation(a, "", c.id(a, from, 0), spec.Link, c.id(a, to, 1))
			if a == landscape.Public {
				continue // all three are the same
			}
			c.relation(a, a, c.id(landscape.Public, from, 0), spec.Link, c.id(landscape.Public, to, 1))
			c.relation(a, "", c.id(landscape.Public, from, 0), spec.Link, c.id(a, to, 1))
		}
		c.cite(a)
	}
	meeting := c.records[landscape.NodeKey(c.id(landscape.Public, landscape.Meeting, 1))].Node
	hidden := string(c.id(landscape.Secretariat, landscape.Body, 0))
	c.put(landscape.Record{Node: meeting.Text(landscape.HeldBy, hidden, landscape.Basis{})})
	var all []landscape.Record
	for _, r := range c.records {
		all = append(all, r)
	}
	return all
}

// cite lets public facts rest on a source for fewer.
func (c *cage) cite(a landscape.Audience) {
	key := landscape.NodeKey(c.id(landscape.Public, landscape.Initiative, 0))
	n := c.records[key].Node
	for _, f := range []landscape.Field{landscape.Name, landscape.Goal, landscape.KindOf} {
		claims := slices.Clone(n.Claims(f))
		for i := range claims {
			claims[i].Evidence = append(slices.Clone(claims[i].Evidence), c.basis(a).Evidence...)
		}
		n = n.WithClaims(f, claims)
	}
	c.records[key] = landscape.Record{Node: n}
}

// journal makes entries with canaries beside the records: reasons, what was
// removed, what was made public or secret later, what speaks of others.
func (c *cage) journal(t *testing.T, ws *workspace.Workspace) {
	t.Helper()
	change := func(why workspace.Why, edits ...landscape.Edit) {
		t.Helper()
		_, err := ws.Change(context.Background(), why, func(*landscape.Landscape) ([]landscape.Edit, error) { return edits, nil })
		if err != nil {
			t.Fatal(err)
		}
	}
	note := func(id landscape.ID, text string) landscape.Edit {
		n, _ := ws.Landscape().Node(id)
		return landscape.Edit{
			Key: n.Key(), Before: &landscape.Record{Node: n},
			After: &landscape.Record{Node: n.Text(landscape.Note, text, landscape.Basis{})},
		}
	}
	named := func(id landscape.ID, a landscape.Audience, name string) *landscape.Record {
		n := landscape.NewNode(id, landscape.Bottleneck).Text(landscape.Name, name, landscape.Basis{})
		return &landscape.Record{Node: n.Text(landscape.AudienceOf, string(a), landscape.Basis{})}
	}
	public := c.id(landscape.Public, landscape.Action, 0)
	for _, a := range landscape.Audiences {
		why := workspace.Why{
			Reason: c.canary(a), DecidedBy: c.canary(a), Origin: c.canary(a) + ".yaml",
			Meeting: c.id(a, landscape.Meeting, 0),
			Checked: &workspace.Checked{Verdict: "none", Answer: c.canary(a), Candidates: []landscape.ID{c.id(a, landscape.Initiative, 0)}},
		}
		change(why, note(c.id(a, landscape.Action, 0), c.canary(a)))
		change(why, note(public, "x"+c.canary(landscape.Public)), note(c.id(a, landscape.Bottleneck, 0), c.canary(a)))
		change(why, note(public, c.canary(landscape.Public)))
		gone := landscape.ID(c.canary(a))
		change(workspace.Why{Reason: c.canary(a)}, landscape.Edit{Key: landscape.NodeKey(gone), After: named(gone, a, c.canary(a))})
		change(workspace.Why{}, landscape.Edit{Key: landscape.NodeKey(gone), Before: ws.Landscape().Record(landscape.NodeKey(gone))})
		turned := landscape.ID(c.canary(a))
		name := c.canary(a)
		first := named(turned, landscape.Public, name)
		change(workspace.Why{Reason: c.canary(a)}, landscape.Edit{Key: landscape.NodeKey(turned), After: first})
		change(workspace.Why{}, landscape.Edit{Key: landscape.NodeKey(turned), Before: first, After: named(turned, a, name)})
	}
	if _, err := ws.Undo(context.Background()); err != nil {
		t.Fatal(err)
	}
	if _, err := ws.Redo(context.Background()); err != nil {
		t.Fatal(err)
	}
}

// oneFile is a landscape in memory, whatever the path.
type oneFile struct {
	workspace.Files
	*memory.Repository
}

func (f oneFile) Open(string) (workspace.Repository, error) { return f.Repository, nil }

func (oneFile) Backups(string) workspace.Backups { return noBackups{} }

// noBackups makes none, and finds that right.
type noBackups struct{ workspace.Backups }

func (noBackups) Make(context.Context, workspace.Head, time.Time) error { return nil }

// canaries makes the file.
func canaries(t *testing.T, files workspace.Files) (*cage, workspace.Files) {
	t.Helper()
	c := &cage{}
	l, err := landscape.Build(c.fill())
	if err != nil {
		t.Fatal(strings.ReplaceAll(err.Error(), "; ", "\n"))
	}
	first, err := workspace.First(l, "medewerker", "", testEnv().Now())
	if err != nil {
		t.Fatal(err)
	}
	repo := memory.New()
	if _, err := repo.Commit(context.Background(), first); err != nil {
		t.Fatal(err)
	}
	ws, err := workspace.Open(context.Background(), repo, "medewerker", workspace.WithClock(testEnv().Now))
	if err != nil {
		t.Fatal(err)
	}
	c.journal(t, ws)
	c.keepHeld(ws.Landscape())
	return c, oneFile{files, repo}
}

// keepHeld forgets the words that the journal has written over.
func (c *cage) keepHeld(l *landscape.Landscape) {
	held := map[string]bool{}
	for _, key := range l.Keys() {
		for _, text := range l.Record(key).Texts() {
			held[text] = true
		}
	}
	c.exported = slices.DeleteFunc(c.exported, func(word string) bool { return !held[word] })
}
