package command

import (
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"snijvlak/internal/landscape"
)

// reversed are the relations that may be named from their other end.
var reversed = map[string]landscape.Link{
	"owned-by": landscape.Owns, "led-by": landscape.Leads, "succeeded-by": landscape.Succeeds,
}

// linkOf reads the kind of a relation; back says that the ends change places.
func (a *app) linkOf(typed string) (link landscape.Link, back bool, err error) {
	name := strings.ReplaceAll(strings.ToLower(typed), "_", "-")
	if link, ok := reversed[name]; ok {
		return link, true, nil
	}
	link, err = landscape.ParseLink(name)
	if err == nil {
		return link, false, nil
	}
	var all []string
	for _, spec := range landscape.Links {
		all = append(all, string(spec.Link))
	}
	return "", false, a.wrong("wrong.relation", "Value", typed, "All", strings.Join(all, ", "))
}

// relationOf reads FROM RELATION TO.
func (a *app) relationOf(from, typed, to string) (landscape.Relation, error) {
	link, back, err := a.linkOf(typed)
	if err != nil {
		return landscape.Relation{}, err
	}
	if back {
		from, to = to, from
	}
	return landscape.Relation{From: idOf(from), Link: link, To: idOf(to)}, nil
}

// byNumber lets a theme be named by its number, as list --theme does.
func byNumber(l *landscape.Landscape, r landscape.Relation) landscape.Relation {
	number, err := strconv.Atoi(string(r.To))
	if err != nil || r.Link != landscape.Addresses && r.Link != landscape.BelongsTo {
		return r
	}
	for _, n := range l.Nodes(landscape.Theme) {
		if n.Number() == number {
			r.To = n.ID
		}
	}
	return r
}

// detail is what a relation may say beside its ends, dates and basis.
type detail struct {
	name  string
	links []landscape.Link
	// prefix and choices are those of a fixed list.
	prefix  string
	choices []string
	set     func(*landscape.Relation, string)
}

var judgements = []landscape.Link{landscape.Overlaps, landscape.NotSame}

// lain are the relations that say where something lies, whole or in part.
var lain = []landscape.Link{landscape.Owns, landscape.HandledBy}

var details = []detail{
	{name: "extent", links: lain, set: func(r *landscape.Relation, v string) { r.Extent = v }},
	{name: "remainder", links: lain, set: func(r *landscape.Relation, v string) { r.Remainder = v }},
	{name: "asked-to", links: []landscape.Link{landscape.HandledBy}, set: func(r *landscape.Relation, v string) { r.AskedTo = v }},
	{
		name: "stage", links: []landscape.Link{landscape.HandledBy}, prefix: "stage", choices: landscape.Stages,
		set: func(r *landscape.Relation, v string) { r.Stage = v },
	},
	{name: "since", links: []landscape.Link{landscape.HandledBy}, set: setDate(func(r *landscape.Relation) *landscape.Date { return &r.Since })},
	{name: "look-back", links: []landscape.Link{landscape.HandledBy}, set: setDate(func(r *landscape.Relation) *landscape.Date { return &r.LookBack })},
	{name: "order", links: []landscape.Link{landscape.Lists}, set: func(r *landscape.Relation, v string) { r.Order, _ = strconv.Atoi(v) }},
	{
		name: "grade", links: []landscape.Link{landscape.Overlaps}, prefix: "grade", choices: landscape.Grades,
		set: func(r *landscape.Relation, v string) { r.Grade = v },
	},
	{name: "justified", links: []landscape.Link{landscape.Overlaps}, set: func(r *landscape.Relation, v string) { r.Justified = v == "true" }},
	{name: "why", links: judgements, set: func(r *landscape.Relation, v string) { r.Reason = v }},
}

// setDate is for dates that were checked before.
func setDate(of func(*landscape.Relation) *landscape.Date) func(*landscape.Relation, string) {
	return func(r *landscape.Relation, v string) { *of(r), _ = landscape.ParseDate(v) }
}

func (d detail) isDate() bool { return d.name == "since" || d.name == "look-back" }

// addDetails gives a command the options for details of these relations.
func (a *app) addDetails(c *cobra.Command, links []landscape.Link) {
	for _, d := range details {
		if !d.of(links) {
			continue
		}
		text := a.optionText("opt.detail."+d.name, d.prefix, d.choices)
		if d.name == "justified" {
			c.Flags().Bool(d.name, false, text)
			continue
		}
		c.Flags().String(d.name, "", text)
	}
}

// of says whether any of the relations has the detail.
func (d detail) of(links []landscape.Link) bool {
	for _, l := range d.links {
		for _, m := range links {
			if l == m {
				return true
			}
		}
	}
	return false
}

// readDetails fills in the details that were given; one that none of the
// relations has is wrong use.
func (a *app) readDetails(c *cobra.Command, relations []landscape.Relation) error {
	for _, d := range details {
		if c.Flags().Lookup(d.name) == nil || !given(c, d.name) {
			continue
		}
		value, err := a.detailValue(d, c.Flag(d.name).Value.String())
		if err != nil {
			return err
		}
		used := false
		for i := range relations {
			if d.of([]landscape.Link{relations[i].Link}) {
				d.set(&relations[i], value)
				used = true
			}
		}
		if !used {
			return a.wrong("wrong.detail", "Option", "--"+d.name, "Links", strings.Join(names(d.links), ", "))
		}
	}
	return nil
}

func (a *app) detailValue(d detail, typed string) (string, error) {
	option := "--" + d.name
	if len(d.choices) > 0 {
		return a.choice(option, d.prefix, d.choices, typed)
	}
	if d.isDate() {
		day, err := a.date(option, typed)
		return day.String(), err
	}
	if d.name == "order" {
		if n, err := strconv.Atoi(typed); err != nil || n < 1 {
			return "", a.wrong("wrong.number", "Option", option, "Value", typed)
		}
	}
	return a.entered(option, typed, true)
}
