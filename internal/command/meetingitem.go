package command

import (
	"cmp"
	"context"
	"slices"
	"strconv"

	"github.com/spf13/cobra"

	"snijvlak/internal/agenda"
	"snijvlak/internal/landscape"
	"snijvlak/internal/prose"
	"snijvlak/internal/workspace"
)

// noteFields are the fields of a cover note.
var noteFields = []landscape.Field{
	landscape.Requested, landscape.Occasion, landscape.Dilemma, landscape.LiesWith, landscape.Advice, landscape.Consequences,
}

// newItem is what was typed to put something on an agenda.
type newItem struct {
	meeting, name, treatment string
	about                    *[]string
	note                     map[landscape.Field]*string
}

func (a *app) meetingTableCommand() *cobra.Command {
	o := newItem{note: map[landscape.Field]*string{}}
	c := changing(a.meetingPart("table", func(c *cobra.Command, args []string) error {
		o.meeting = args[0]
		return a.meetingTable(c.Context(), o)
	}))
	c.Args = a.count(1, 1)
	c.ValidArgsFunction = a.completeID
	f := c.Flags()
	f.StringVar(&o.name, "name", "", a.say.T("opt.meeting.item-name"))
	f.StringVar(&o.treatment, "treatment", "", a.optionText("opt.meeting.treatment", "treatment", landscape.Treatments))
	o.about = a.textsOption(f, "about", "id", a.say.T("opt.meeting.about"))
	for _, field := range noteFields {
		o.note[field] = f.String(string(field), "", a.say.T("opt.meeting.note", "Field", a.say.Or("field", string(field))))
	}
	return c
}

// meetingTable puts an item that proposes no move on an agenda.
func (a *app) meetingTable(ctx context.Context, o newItem) error {
	t, err := a.tabled(o)
	if err != nil {
		return err
	}
	ws, err := a.writing(ctx)
	if err != nil {
		return err
	}
	l := ws.Landscape()
	meeting, err := a.meetingOf(l, o.meeting)
	if err != nil {
		return err
	}
	if t.Name == "" && len(t.About) > 0 {
		about, err := l.Find(t.About[0])
		if err != nil {
			return err
		}
		t.Name = about.ShortName()
	}
	if t.Name == "" {
		return a.wrong("meeting.no-name")
	}
	id, entry, err := ws.Table(ctx, t, workspace.Recording{Meeting: meeting.ID, NotBSN: a.global.notBSN})
	if err != nil {
		return err
	}
	a.warnOfPersonal(entry.Personal)
	if a.global.json {
		return writeLine(a.Out, members{{"id", id}, {"seq", entry.Seq}})
	}
	a.tell("%s", a.say.T("changed", "What", a.happened(entry), "Seq", entry.Seq))
	return writeLine(a.Out, members{{"id", id}})
}

// tabled checks what can be checked without the landscape.
func (a *app) tabled(o newItem) (agenda.Tabled, error) {
	t := agenda.Tabled{Treatment: landscape.ForDiscussion, About: typedIDs(o.about), Note: map[landscape.Field]string{}}
	var err error
	if o.treatment != "" {
		if t.Treatment, err = a.treatment(o.treatment); err != nil {
			return t, err
		}
	}
	if t.Name, err = a.entered("--name", o.name, false); err != nil {
		return t, err
	}
	for _, field := range noteFields {
		text, err := a.entered("--"+string(field), *o.note[field], true)
		if err != nil {
			return t, err
		}
		if text != "" {
			t.Note[field] = text
		}
	}
	return t, nil
}

// treatment reads what an item is for: "besluitvorming" is "ter besluitvorming".
func (a *app) treatment(typed string) (string, error) {
	if of, err := a.choice("--treatment", "treatment", landscape.Treatments, "ter "+typed); err == nil {
		return of, nil
	}
	return a.choice("--treatment", "treatment", landscape.Treatments, typed)
}

func (a *app) meetingNoteCommand() *cobra.Command {
	c := changing(a.meetingPart("note", func(c *cobra.Command, args []string) error {
		return a.meetingNote(c.Context(), args)
	}))
	c.Args = a.count(2, -1)
	c.ValidArgsFunction = a.completeID
	return c
}

// meetingNote fills in the cover note of an item.
func (a *app) meetingNote(ctx context.Context, args []string) error {
	ws, err := a.writing(ctx)
	if err != nil {
		return err
	}
	item, rest, err := a.itemNamed(ws.Landscape(), args)
	if err != nil {
		return err
	}
	if len(rest) == 0 {
		return a.wrong("meeting.no-field", "All", joinNames(noteFields))
	}
	assignments, err := a.assignments(landscape.Item, rest)
	if err != nil {
		return err
	}
	for _, as := range assignments {
		if as.Field != landscape.Treatment && as.Field != landscape.Number && !slices.Contains(noteFields, as.Field) {
			return a.wrong("meeting.other-field", "Field", a.fieldName(as.Field), "All", joinNames(noteFields))
		}
	}
	entry, err := a.change(ctx, workspace.Why{}, func(l *landscape.Landscape) ([]landscape.Edit, error) {
		return ws.Set(l, item.ID, assignments, workspace.When{}, workspace.Source{})
	})
	return a.finish(entry, err, member{"id", item.ID})
}

func joinNames(fields []landscape.Field) string {
	text := ""
	for i, f := range fields {
		if i > 0 {
			text += ", "
		}
		text += string(f)
	}
	return text
}

func (a *app) meetingReleaseCommand() *cobra.Command {
	var renumber bool
	c := changing(a.meetingPart("release", func(c *cobra.Command, args []string) error {
		return a.meetingRelease(c.Context(), args[0], renumber)
	}))
	c.Args = a.count(1, 1)
	c.ValidArgsFunction = a.completeID
	c.Annotations[changes] = aims
	c.Flags().BoolVar(&renumber, "renumber", false, a.say.T("opt.meeting.renumber"))
	return c
}

// meetingRelease lets an audience see the items of a meeting. It takes nothing
// away from who sees them already.
func (a *app) meetingRelease(ctx context.Context, typed string, renumber bool) error {
	to := a.global.sees
	a.global.sees = "" // here it is the aim, not a filter
	ws, err := a.writing(ctx)
	if err != nil {
		return err
	}
	l := ws.Landscape()
	meeting, err := a.meetingOf(l, typed)
	if err != nil {
		return err
	}
	if to == "" || to == landscape.Secretariat {
		closed := len(prose.Closed(l, meeting.ID, landscape.Steering))
		return &problem{exitUse, a.say.N("meeting.release-to", closed, "Meeting", string(meeting.ID))}
	}
	entry, err := a.change(ctx, workspace.Why{}, func(l *landscape.Landscape) ([]landscape.Edit, error) {
		return released(l, meeting.ID, to, renumber), nil
	})
	if err == nil {
		a.warnOfSubjects(ws.Landscape(), meeting.ID, to)
	}
	return a.finish(entry, err, member{"id", meeting.ID})
}

// released gives the edits that open the items of a meeting, and that number
// them in the order of the agenda.
func released(l *landscape.Landscape, meeting landscape.ID, to landscape.Audience, renumber bool) []landscape.Edit {
	items := agenda.ItemsOf(l, meeting)
	slices.SortStableFunc(items, func(a, b *landscape.Node) int {
		return cmp.Compare(order(a), order(b))
	})
	var edits []landscape.Edit
	for i, n := range items {
		next := n
		if !to.Sees(n.Audience()) {
			next = next.Text(landscape.AudienceOf, string(to), landscape.Basis{})
		}
		if renumber && n.Number() != i+1 {
			next = next.Text(landscape.Number, strconv.Itoa(i+1), landscape.Basis{})
		}
		edits = append(edits, landscape.Edit{Key: n.Key(), Before: l.Record(n.Key()), After: &landscape.Record{Node: next}})
	}
	return edits
}

func order(item *landscape.Node) int {
	return slices.Index(landscape.Treatments, item.Get(landscape.Treatment))
}

// warnOfSubjects says which items are about something that the audience does
// not see.
func (a *app) warnOfSubjects(l *landscape.Landscape, meeting landscape.ID, to landscape.Audience) {
	for _, n := range agenda.ItemsOf(l, meeting) {
		if about := agenda.Subject(l, n); about != nil && !to.Sees(about.Audience()) {
			a.tell("%s", a.say.T("meeting.closed-subject", "Number", n.Number(), "Name", about.ShortName(),
				"ID", string(about.ID), "Audience", string(to)))
		}
	}
}
