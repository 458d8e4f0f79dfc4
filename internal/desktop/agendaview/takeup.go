package agendaview

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"snijvlak/internal/agenda"
	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
	"snijvlak/internal/prose"
	"snijvlak/internal/words"
)

// takeUpFields ask what taking up an action asks.
func (s *moveSheet) takeUpFields() {
	t := s.w.T
	s.rows.Add(s.checked())
	for _, f := range []landscape.Field{landscape.Importance, landscape.Feasibility, landscape.Impact} {
		c := newCriterion(s.w, s.check)
		given := map[landscape.Field]string{
			landscape.Importance: s.ask.Importance, landscape.Feasibility: s.ask.Feasibility, landscape.Impact: s.ask.Impact,
		}[f]
		if given == "" {
			given = s.node.Get(f)
		}
		c.set(given)
		s.criteria[f] = c
		s.field(string(f), t("board.criterion."+string(f)), c.object, "")
	}
	s.leadFields()
	s.kind = kit.NewChoice(append([]string{""}, choicesOf(landscape.ActionKind)...), func(v string) string {
		if v == "" {
			return t("board.not-chosen")
		}
		return prose.Capital(t("action-kind." + v))
	}, func(string) { s.check() })
	s.kind.Set(firstOf(s.ask.ActionKind, s.node.Get(landscape.ActionKind)))
	s.field("kind", t("board.kind"), s.kind.Select, "")
	s.rung = kit.NewChoice(append([]string{""}, choicesOf(landscape.Rung)...), func(v string) string {
		if v == "" {
			return t("board.not-chosen")
		}
		return t("board.rung", "Rung", v)
	}, func(string) { s.check() })
	s.rung.Set(firstOf(s.ask.Rung, s.node.Get(landscape.Rung)))
	s.field("rung", t("board.rung.name"), s.rung.Select, t("board.rung.help"))
	s.answer = kit.NewArea(t("board.answer.hint"), 2)
	s.field("answer", t("board.answer"), s.answer, "")
}

func (s *moveSheet) leadFields() {
	t := s.w.T
	leads := append([]landscape.ID{""}, membersOf(s.land, agenda.Decider(s.land), s.view.host.State().Today)...)
	s.lead = kit.NewChoice(leads, func(id landscape.ID) string {
		if n, ok := s.land.Node(id); ok {
			return n.Name()
		}
		return t("board.not-chosen")
	}, func(landscape.ID) { s.check() })
	lead := s.ask.Lead
	for _, r := range s.land.In(s.node.ID, landscape.Leads) {
		if lead == "" && r.Holds(s.view.host.State().Today) {
			lead = r.From
		}
	}
	s.lead.Set(lead)
	s.field("lead", t("board.lead.name"), s.lead.Select, t("board.lead.help"))
	var members []*landscape.Node
	for _, id := range membersOf(s.land, agenda.Preparer(s.land), s.view.host.State().Today) {
		if n, ok := s.land.Node(id); ok {
			members = append(members, n)
		}
	}
	s.joins = newChips(members, s.check)
	s.joins.set(s.ask.Coalition)
	s.field("joins", t("board.joins"), s.joins.object, "")
}

// checked is what the overlap check says of the action.
func (s *moveSheet) checked() fyne.CanvasObject {
	if s.verdict == "" {
		return kit.Secondary(s.w.T("board.checked.none"))
	}
	rows := kit.Rows(kit.Space1, kit.Inset(kit.VerdictMark(s.w, s.verdict)))
	var found []*landscape.Node
	for _, c := range s.near {
		found = append(found, c.Node)
	}
	if len(found) > 0 {
		rows.Add(kit.Secondary(s.w.T("board.checked", "Names", names(found))))
	}
	return rows
}

// membersOf are the organisations that sit in a body on a day.
func membersOf(l *landscape.Landscape, body *landscape.Node, day landscape.Date) []landscape.ID {
	if body == nil {
		return nil
	}
	var ids []landscape.ID
	for _, r := range l.In(body.ID, landscape.TakesPartIn) {
		if r.Holds(day) {
			ids = append(ids, r.From)
		}
	}
	return ids
}

func choicesOf(f landscape.Field) []string {
	spec, _ := landscape.FieldSpecOf(landscape.Action, f)
	return spec.Choices
}

func firstOf(texts ...string) string {
	for _, text := range texts {
		if text != "" {
			return text
		}
	}
	return ""
}

// The levels of a criterion as they stand in the landscape, which is Dutch.
var levels = []string{"", "hoog", "midden", "laag", agenda.NotDiscussed}

// criterion is a level and words about it: "hoog: mensen staan op straat".
type criterion struct {
	level  *kit.Choice[string]
	words  *kit.Entry
	object fyne.CanvasObject
}

func newCriterion(w *words.Words, changed func()) *criterion {
	c := &criterion{words: kit.NewEntry(w.T("board.criterion.hint"))}
	c.level = kit.NewChoice(levels, func(v string) string {
		if v == "" {
			return w.T("board.level")
		}
		return w.T("board.level." + v)
	}, func(string) { changed() })
	c.object = container.NewBorder(nil, nil, sized(190, c.level.Select), nil, c.words)
	return c
}

func (c *criterion) set(text string) {
	level, said := readCriterion(text)
	c.level.Set(level)
	c.words.SetText(said)
}

func (c *criterion) value() string {
	level, _ := c.level.Value()
	return writeCriterion(level, strings.TrimSpace(c.words.Text))
}

// readCriterion takes a criterion apart in its level and its words.
func readCriterion(text string) (level, said string) {
	if text == agenda.NotDiscussed {
		return agenda.NotDiscussed, ""
	}
	head, tail, _ := strings.Cut(text, ":")
	for _, l := range levels[1:] {
		if strings.EqualFold(strings.TrimSpace(head), l) {
			return l, strings.TrimSpace(tail)
		}
	}
	return "", text
}

func writeCriterion(level, said string) string {
	switch {
	case level == agenda.NotDiscussed && said == "":
		return agenda.NotDiscussed
	case level == "" || level == agenda.NotDiscussed:
		return said
	case said == "":
		return level
	}
	return fmt.Sprintf("%s: %s", level, said)
}

// chips choose any of some nodes.
type chips struct {
	ids    []landscape.ID
	all    []*kit.Chip
	object *fyne.Container
}

func newChips(nodes []*landscape.Node, changed func()) *chips {
	c := &chips{object: kit.Flow()}
	for _, n := range nodes {
		chip := kit.NewChip(n.ShortName(), func(bool) { changed() })
		c.ids, c.all = append(c.ids, n.ID), append(c.all, chip)
		c.object.Add(chip)
	}
	return c
}

func (c *chips) set(ids []landscape.ID) {
	for i, id := range c.ids {
		for _, on := range ids {
			if on == id {
				c.all[i].Set(true)
			}
		}
	}
}

func (c *chips) value() []landscape.ID {
	if c == nil {
		return nil
	}
	var on []landscape.ID
	for i, chip := range c.all {
		if chip.On() {
			on = append(on, c.ids[i])
		}
	}
	return on
}
