package command

import (
	"context"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"snijvlak/internal/landscape"
	"snijvlak/internal/workspace"
)

// addCommand has a command of its own for each type, so that each takes and
// shows only the options of that type.
func (a *app) addCommand() *cobra.Command {
	c := a.command("add", "change", func(c *cobra.Command, args []string) error {
		if len(args) == 0 {
			return a.wrong("wrong.add-what", "Types", strings.Join(names(landscape.Types), ", "))
		}
		return a.wrong("wrong.type", "Value", args[0], "Types", strings.Join(names(landscape.Types), ", "))
	})
	c.Args = cobra.ArbitraryArgs
	c.FParseErrWhitelist.UnknownFlags = true // the type is what is wrong
	for _, t := range landscape.Types {
		c.AddCommand(a.addTypeCommand(t))
	}
	return c
}

// addOptions are what was typed to add a node.
type addOptions struct {
	of     landscape.Type
	id     string
	fields map[landscape.Field]*[]string
	// links are the relations that begin at the new node, back those that end
	// there, by the option.
	links map[landscape.Link]*[]string
	back  map[string]*[]string
	claim claimOptions
}

func (a *app) addTypeCommand(t landscape.Type) *cobra.Command {
	o := &addOptions{
		of: t, fields: map[landscape.Field]*[]string{},
		links: map[landscape.Link]*[]string{}, back: map[string]*[]string{},
	}
	c := changing(&cobra.Command{RunE: func(c *cobra.Command, _ []string) error { return a.runAdd(c, o) }})
	c.Aliases = otherNames(t)
	a.describe(c, string(t), "cmd.add.type")
	c.Short = a.say.T("type." + string(t))
	c.Long = a.say.T("cmd.add.type.long", "Type", c.Short)
	c.Example = a.say.T("cmd.add." + string(t) + ".example")
	c.Args = a.count(0, 0)
	o.addFields(a, c.Flags())
	c.Flags().StringVar(&o.id, "id", "", a.say.T("opt.add.id"))
	o.addRelations(a, c.Flags())
	a.addDetails(c, o.kinds())
	o.addClaim(a, c)
	return c
}

func (o *addOptions) addFields(a *app, f *pflag.FlagSet) {
	for _, spec := range landscape.FieldsOf(o.of) {
		o.fields[spec.Field] = a.textsOption(f, string(spec.Field), placeholder(spec), a.fieldHelp(spec))
	}
}

// fieldHelp describes the option of a field: what it is, what it may be.
func (a *app) fieldHelp(spec landscape.FieldSpec) string {
	text := a.say.Or("field", string(spec.Field))
	if len(spec.Choices) > 0 {
		text += ": " + a.choices(string(spec.Field), spec.Choices)
	}
	if spec.Many() {
		text += " " + a.say.T("opt.repeat")
	}
	return text
}

func placeholder(spec landscape.FieldSpec) string {
	switch spec.Form {
	case landscape.DateForm, landscape.DateListForm:
		return "date"
	case landscape.ChoiceForm, landscape.ChoiceListForm:
		return "choice"
	case landscape.NumberForm:
		return "number"
	case landscape.FlagForm:
		return "flag"
	}
	return "text"
}

// addRelations gives an option for every relation the type may have, from
// either end where that end has a name.
func (o *addOptions) addRelations(a *app, f *pflag.FlagSet) {
	for _, spec := range landscape.Links {
		if slices.Contains(spec.From, o.of) {
			o.links[spec.Link] = a.textsOption(f, string(spec.Link), "id", a.say.T("opt.relation",
				"Link", a.say.Or("link", string(spec.Link)), "Types", a.types(spec.To)))
		}
	}
	for _, name := range sortedReversed() {
		if spec, _ := landscape.LinkSpecOf(reversed[name]); slices.Contains(spec.To, o.of) {
			o.back[name] = a.textsOption(f, name, "id", a.say.T("opt.relation",
				"Link", a.say.Or("back", string(spec.Link)), "Types", a.types(spec.From)))
		}
	}
}

func sortedReversed() []string {
	all := make([]string, 0, len(reversed))
	for name := range reversed {
		all = append(all, name)
	}
	slices.Sort(all)
	return all
}

// kinds are the relations the new node may have.
func (o *addOptions) kinds() []landscape.Link {
	var all []landscape.Link
	for link := range o.links {
		all = append(all, link)
	}
	for name := range o.back {
		all = append(all, reversed[name])
	}
	return all
}

// addClaim adds the options of a source, and those of the period of the
// relations where the type has no period of its own.
func (o *addOptions) addClaim(a *app, c *cobra.Command) {
	f := c.Flags()
	f.StringVar(&o.claim.source, "source", "", a.say.T("opt.source"))
	f.StringVar(&o.claim.section, "section", "", a.say.T("opt.section"))
	f.StringVar(&o.claim.certainty, "certainty", "", a.optionText("opt.certainty", "certainty", names(landscape.Certainties)))
	if f.Lookup("start") == nil && len(o.links)+len(o.back) > 0 {
		f.StringVar(&o.claim.start, "start", "", a.say.T("opt.add.start"))
		f.StringVar(&o.claim.end, "end", "", a.say.T("opt.add.end"))
	}
}

func (a *app) runAdd(c *cobra.Command, o *addOptions) error {
	relations, err := a.newRelations(o)
	if err != nil {
		return err
	}
	if err := a.readDetails(c, relations); err != nil {
		return err
	}
	return a.add(c.Context(), o, relations)
}

// add adds a node with its relations and answers its id.
func (a *app) add(ctx context.Context, o *addOptions, relations []landscape.Relation) error {
	added, err := a.added(o, relations)
	if err != nil {
		return err
	}
	ws, err := a.writing(ctx)
	if err != nil {
		return err
	}
	if err := a.isDocument(ws.Landscape(), added.Source.Document); err != nil {
		return err
	}
	for i, r := range added.Relations {
		added.Relations[i] = byNumber(ws.Landscape(), r)
	}
	var id landscape.ID
	entry, err := a.change(ctx, workspace.Why{}, func(l *landscape.Landscape) (edits []landscape.Edit, err error) {
		edits, id, err = ws.Add(l, added)
		return edits, err
	})
	if err != nil {
		return err
	}
	if a.global.json {
		return writeLine(a.Out, members{{"id", id}, {"seq", entry.Seq}})
	}
	a.tell("%s", a.say.T("changed", "What", a.happened(entry), "Seq", entry.Seq))
	return writeLine(a.Out, members{{"id", id}})
}

// added checks everything that can be checked without the landscape.
func (a *app) added(o *addOptions, relations []landscape.Relation) (workspace.Added, error) {
	added := workspace.Added{
		Type: o.of, ID: landscape.ID(o.id), Fields: map[landscape.Field][]string{}, Relations: relations,
	}
	if o.id != "" && !added.ID.Valid() {
		return added, a.wrong("wrong.id", "ID", o.id)
	}
	for f, typed := range o.fields {
		if *typed == nil {
			continue
		}
		values, err := a.fieldValues(o.of, f, *typed)
		if err != nil {
			return added, err
		}
		added.Fields[f] = values
	}
	if len(added.Fields[landscape.Name]) == 0 {
		return added, a.wrong("wrong.no-name")
	}
	var err error
	added.Source, err = a.basis(o.claim)
	return added, err
}

// newRelations reads the relations of the new node, whose own id stands as the
// empty id.
func (a *app) newRelations(o *addOptions) ([]landscape.Relation, error) {
	when, err := a.when(o.claim)
	if err != nil {
		return nil, err
	}
	var all []landscape.Relation
	for _, spec := range landscape.Links {
		for _, id := range typedIDs(o.links[spec.Link]) {
			all = append(all, landscape.Relation{Link: spec.Link, To: id, Period: when.Period})
		}
	}
	for _, name := range sortedReversed() {
		for _, id := range typedIDs(o.back[name]) {
			all = append(all, landscape.Relation{From: id, Link: reversed[name], Period: when.Period})
		}
	}
	for _, r := range all {
		if r.From == "" && r.To == "" {
			return nil, a.wrong("wrong.no-value", "Option", "--"+string(r.Link))
		}
	}
	if len(all) == 0 && when.Period != (landscape.Period{}) {
		return nil, a.wrong("wrong.no-period", "Type", a.say.T("type."+string(o.of)))
	}
	return all, nil
}

func typedIDs(typed *[]string) []landscape.ID {
	if typed == nil {
		return nil
	}
	all := make([]landscape.ID, len(*typed))
	for i, id := range *typed {
		all[i] = idOf(id)
	}
	return all
}
