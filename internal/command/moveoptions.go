package command

import (
	"github.com/spf13/cobra"

	"snijvlak/internal/agenda"
	"snijvlak/internal/landscape"
	"snijvlak/internal/words"
)

// moveOptions are what a move says beside the item and its list, as typed.
type moveOptions struct {
	outcome, by, stage, askedTo, lookBack, part, remainder, source, section string
	lead, importance, feasibility, impact, actionKind, rung                 string
	forBottleneck, join                                                     *[]string
}

// Which options belong to a move: those of handled elsewhere, and those of
// taking up.
var (
	placingOptions = []string{"outcome", "by", "stage", "asked-to", "look-back", "part", "remainder", "for-bottleneck"}
	takingOptions  = []string{"lead", "join", "importance", "feasibility", "impact", "action-kind", "rung", "answer"}
)

// addTo gives a command the options.
func (o *moveOptions) addTo(a *app, c *cobra.Command) {
	f := c.Flags()
	f.StringVar(&o.outcome, "outcome", "", a.optionText("opt.move.outcome", "outcome", []string{landscape.Completed, landscape.Elsewhere}))
	f.StringVar(&o.by, "by", "", a.say.T("opt.move.by"))
	f.StringVar(&o.stage, "stage", "", a.optionText("opt.move.stage", "stage", landscape.Stages))
	f.StringVar(&o.askedTo, "asked-to", "", a.say.T("opt.move.asked-to"))
	f.StringVar(&o.lookBack, "look-back", "", a.say.T("opt.move.look-back"))
	f.StringVar(&o.part, "part", "", a.say.T("opt.move.part"))
	f.StringVar(&o.remainder, "remainder", "", a.say.T("opt.move.remainder"))
	o.forBottleneck = a.textsOption(f, "for-bottleneck", "id", a.say.T("opt.move.for-bottleneck"))
	f.StringVar(&o.lead, "lead", "", a.say.T("opt.move.lead"))
	o.join = a.textsOption(f, "join", "id", a.say.T("opt.move.join"))
	for _, k := range []struct {
		to   *string
		name landscape.Field
	}{
		{&o.importance, landscape.Importance}, {&o.feasibility, landscape.Feasibility}, {&o.impact, landscape.Impact},
	} {
		f.StringVar(k.to, string(k.name), "", a.say.T("opt.move."+string(k.name)))
	}
	f.StringVar(&o.actionKind, "action-kind", "", a.optionText("opt.move.action-kind", "action-kind", fieldChoices(landscape.ActionKind)))
	f.StringVar(&o.rung, "rung", "", a.say.T("opt.move.rung"))
	o.addSource(a, c)
}

func (o *moveOptions) addSource(a *app, c *cobra.Command) {
	c.Flags().StringVar(&o.source, "source", "", a.say.T("opt.move.source"))
	c.Flags().StringVar(&o.section, "section", "", a.say.T("opt.section"))
}

func fieldChoices(f landscape.Field) []string {
	spec, _ := landscape.FieldSpecOf(landscape.Action, f) // the action has it
	return spec.Choices
}

// fill reads the options into a move.
func (o *moveOptions) fill(a *app, m *agenda.Move) error {
	for _, read := range []func(*app, *agenda.Move) error{o.fillChoices, o.fillTexts, o.fillFields} {
		if err := read(a, m); err != nil {
			return err
		}
	}
	m.By, m.Lead, m.Source.Document = idOf(o.by), idOf(o.lead), idOf(o.source)
	m.For, m.Coalition = typedIDs(o.forBottleneck), typedIDs(o.join)
	return nil
}

func (o *moveOptions) fillChoices(a *app, m *agenda.Move) (err error) {
	if o.outcome != "" {
		if m.Outcome, err = a.choice("--outcome", "outcome", []string{landscape.Completed, landscape.Elsewhere}, o.outcome); err != nil {
			return err
		}
	}
	if o.stage != "" {
		if m.Stage, err = a.choice("--stage", "stage", landscape.Stages, o.stage); err != nil {
			return err
		}
	}
	if o.lookBack != "" {
		m.LookBack, err = a.date("--look-back", o.lookBack)
	}
	return err
}

func (o *moveOptions) fillTexts(a *app, m *agenda.Move) (err error) {
	for _, t := range []struct {
		name, typed string
		to          *string
	}{
		{"--asked-to", o.askedTo, &m.AskedTo},
		{"--part", o.part, &m.Extent},
		{"--remainder", o.remainder, &m.Remainder},
		{"--section", o.section, &m.Source.Section},
		{"--importance", o.importance, &m.Importance},
		{"--feasibility", o.feasibility, &m.Feasibility},
		{"--impact", o.impact, &m.Impact},
	} {
		if *t.to, err = a.entered(t.name, t.typed, true); err != nil {
			return err
		}
	}
	for _, to := range []*string{&m.Importance, &m.Feasibility, &m.Impact} {
		*to = criterion(*to)
	}
	if m.Remainder != "" && m.Extent == "" {
		return a.wrong("wrong.needs", "Option", "--remainder", "Other", "--part")
	}
	return nil
}

// criterion reads "not discussed yet" in either language.
func criterion(typed string) string {
	for _, lang := range words.Langs {
		if fold(typed) == agenda.NotDiscussed || fold(typed) == fold(words.In(lang).T("paper.not-discussed")) {
			return agenda.NotDiscussed
		}
	}
	return typed
}

func (o *moveOptions) fillFields(a *app, m *agenda.Move) (err error) {
	for _, t := range []struct {
		field landscape.Field
		typed string
		to    *string
	}{{landscape.ActionKind, o.actionKind, &m.ActionKind}, {landscape.Rung, o.rung, &m.Rung}} {
		spec, _ := landscape.FieldSpecOf(landscape.Action, t.field) // the action has it
		if *t.to, err = a.fieldValue(spec, t.typed); err != nil {
			return err
		}
	}
	return nil
}

// belongs refuses an option that says nothing about this move.
func (a *app) belongs(c *cobra.Command, m agenda.Move) error {
	for _, of := range []struct {
		list    string
		options []string
	}{{landscape.Done, placingOptions}, {landscape.Underway, takingOptions}} {
		for _, name := range of.options {
			if given(c, name) && m.To != of.list {
				return a.wrong("wrong.of-list", "Option", "--"+name, "List", a.say.Or("list", of.list))
			}
		}
	}
	for _, name := range placingOptions[1:] {
		if given(c, name) && m.Outcome == landscape.Completed {
			return a.wrong("wrong.of-elsewhere", "Option", "--"+name)
		}
	}
	return nil
}

// agendaList reads the name of a list; "voorraad" is the voorraadlijst.
func (a *app) agendaList(typed string) (string, error) {
	return a.listChoice("LIJST", "list", agenda.Lists(), typed)
}

// listChoice is choice for lists, which people call by half their name.
func (a *app) listChoice(option, prefix string, lists []string, typed string) (string, error) {
	for _, end := range []string{"", "lijst", "nlijst", " list"} {
		if list, err := a.choice(option, prefix, lists, typed+end); err == nil {
			return list, nil
		}
	}
	return a.choice(option, prefix, lists, typed)
}
