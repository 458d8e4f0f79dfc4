package command

import (
	"context"
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"snijvlak/internal/landscape"
	"snijvlak/internal/prose"
	"snijvlak/internal/workspace"
)

// claimOptions say how a new fact is known and from when it holds.
type claimOptions struct {
	source, section, certainty string
	start, end, from, until    string
}

// addTo gives a command the options; dated also those that end or begin a
// claim on a day.
func (o *claimOptions) addTo(a *app, c *cobra.Command, dated bool) {
	o.addSource(a, c)
	f := c.Flags()
	f.StringVar(&o.start, "start", "", a.say.T("opt.start"))
	f.StringVar(&o.end, "end", "", a.say.T("opt.end"))
	if dated {
		o.addDays(a, c)
	}
}

// addSource adds the options that say how a fact is known.
func (o *claimOptions) addSource(a *app, c *cobra.Command) {
	f := c.Flags()
	f.StringVar(&o.source, "source", "", a.say.T("opt.source"))
	f.StringVar(&o.section, "section", "", a.say.T("opt.section"))
	f.StringVar(&o.certainty, "certainty", "", a.optionText("opt.certainty", "certainty", names(landscape.Certainties)))
}

func (o *claimOptions) addDays(a *app, c *cobra.Command) {
	c.Flags().StringVar(&o.from, "from", "", a.say.T("opt.from"))
	c.Flags().StringVar(&o.until, "until", "", a.say.T("opt.until"))
}

// basis reads how a fact is known.
func (a *app) basis(o claimOptions) (workspace.Source, error) {
	s := workspace.Source{Document: idOf(o.source)}
	if o.certainty != "" {
		certainty, err := a.choice("--certainty", "certainty", names(landscape.Certainties), o.certainty)
		if err != nil {
			return s, err
		}
		s.Certainty = landscape.Certainty(certainty)
	}
	var err error
	s.Section, err = a.entered("--section", o.section, false)
	return s, err
}

// when reads from which day on something is so.
func (a *app) when(o claimOptions) (workspace.When, error) {
	var w workspace.When
	for _, d := range []struct {
		option, value string
		to            *landscape.Date
	}{{"--from", o.from, &w.From}, {"--until", o.until, &w.Until}, {"--start", o.start, &w.Start}, {"--end", o.end, &w.End}} {
		if d.value == "" {
			continue
		}
		day, err := a.date(d.option, d.value)
		if err != nil {
			return w, err
		}
		*d.to = day
	}
	if w.From.Known() && w.Start.Known() {
		return w, a.wrong("wrong.both", "One", "--from", "Other", "--start")
	}
	if w.Until.Known() && w.End.Known() {
		return w, a.wrong("wrong.both", "One", "--until", "Other", "--end")
	}
	if w.From.Known() && w.Until.Known() {
		w.End = w.Until
	}
	return w, nil
}

// isDocument checks that a source is a document.
func (a *app) isDocument(l *landscape.Landscape, id landscape.ID) error {
	if id == "" {
		return nil
	}
	n, err := l.Find(id)
	if err != nil {
		return err
	}
	if n.Type != landscape.Document {
		return a.wrong("wrong.other-type", "Option", "--source", "Name", n.Name(),
			"Is", a.say.T("type."+string(n.Type)), "Want", a.say.T("type.document"))
	}
	return nil
}

// writing opens the landscape for somebody whose name is known.
func (a *app) writing(ctx context.Context) (*workspace.Workspace, error) {
	if _, err := a.author(); err != nil {
		return nil, err
	}
	return a.open(ctx)
}

// change makes one change. Edits that leave a record as it was are left out,
// so that the same command twice is one entry.
func (a *app) change(ctx context.Context, why workspace.Why, build workspace.Build) (workspace.JournalEntry, error) {
	why.NotBSN = a.global.notBSN
	entry, err := a.ws.Change(ctx, why, func(l *landscape.Landscape) ([]landscape.Edit, error) {
		edits, err := build(l)
		if err != nil {
			return nil, err
		}
		var real []landscape.Edit
		for _, e := range edits {
			if !e.Idle() {
				real = append(real, e)
			}
		}
		if len(real) == 0 && len(edits) > 0 {
			return nil, errIdle
		}
		return real, nil
	})
	if err == nil {
		a.warnOfPersonal(entry.Personal)
	}
	return entry, err
}

// errIdle: what was asked is so already.
var errIdle = errors.New("it says so already")

// finish answers what a change did: for programs what it is about and the
// number of its entry, for people a sentence. That it is so already is no error.
func (a *app) finish(e workspace.JournalEntry, err error, about member) error {
	idle := errors.Is(err, errIdle)
	switch {
	case err != nil && !idle:
		return err
	case idle && a.global.json:
		return writeLine(a.Out, members{about, {"seq", nil}})
	case idle:
		return a.answer("changed.not")
	case a.global.json:
		return writeLine(a.Out, members{about, {"seq", e.Seq}})
	}
	return a.answer("changed", "What", a.happened(e), "Seq", e.Seq)
}

// happened is what an entry did, as the beginning of a sentence.
func (a *app) happened(e workspace.JournalEntry) string {
	what := prose.Summary(a.say, e, prose.Names(a.ws.Landscape(), e))
	return prose.Capital(strings.TrimSuffix(what, ".")) // of a name that is a sentence
}
