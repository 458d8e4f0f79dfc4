package overlapview

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"snijvlak/internal/desktop/answers"
	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
	"snijvlak/internal/overlap"
	"snijvlak/internal/prose"
	"snijvlak/internal/workspace"
)

// notSame is the answer beside the grades.
const notSame = string(landscape.NotSame)

// pairSheet shows two initiatives beside each other and asks for a judgement.
type pairSheet struct {
	host      kit.Host
	pair      overlap.Pair
	sheet     *kit.Sheet
	grade     *kit.Options[string]
	justified *kit.Check
	why       *kit.Entry
}

func showPair(host kit.Host, p overlap.Pair) {
	state := host.State()
	t := state.Words.T
	s := &pairSheet{host: host, pair: p}
	rows := kit.Rows(kit.Space2, container.NewGridWithColumns(2, s.side(p.A), s.side(p.B)), kit.Divider())
	rows.Add(kit.Field(t("asking.pair.shared"), s.shared(), ""))
	buttons := []kit.SheetButton{
		{Text: t("window.close")},
		{Text: t("asking.pair.select"), Do: func() { host.Select(p.A.ID, p.B.ID) }},
	}
	var first fyne.Focusable
	if state.Reads() {
		rows.Add(kit.Secondary(state.WhyNot()))
	} else {
		rows.Add(s.judging())
		buttons = append(buttons, kit.SheetButton{Text: t("asking.pair.judge"), Primary: true, Stays: true, Do: s.record})
		first = s.why
	}
	s.sheet = kit.NewSheet(host.Window(), t("asking.pair.title"), 760, rows, buttons...)
	if s.why != nil {
		s.why.OnDone = s.sheet.Confirm
	}
	s.sheet.Show(first)
}

// side is one of the two, with what it is for and for whom.
func (s *pairSheet) side(n *landscape.Node) fyne.CanvasObject {
	state := s.host.State()
	w := state.Words
	facts := kit.Flow()
	if themes, inferred := answers.ThemesOf(state.Seen, n.ID); len(themes) > 0 {
		facts.Add(kit.Badges(themes, func(n int) bool { return inferred[n] }))
	}
	facts.Add(kit.StatusMark(w, n, state.Day))
	head := kit.Rows(0, kit.Kind(kit.KindText(w, n)), kit.Strong(n.Name()))
	rows := kit.Rows(kit.Space1)
	for _, f := range []landscape.Field{landscape.Goal, landscape.TargetGroup} {
		if text := strings.Join(n.All(f), "; "); text != "" {
			rows.Add(kit.Secondary(prose.Capital(w.T("field."+string(f))) + ": " + text))
		}
	}
	return kit.Pad(kit.Space2, container.NewVBox(kit.Tight(head), facts, kit.Tight(rows)))
}

func (s *pairSheet) shared() fyne.CanvasObject {
	w := s.host.State().Words
	return kit.Inset(kit.Tight(kit.Body(strings.Join(shared(w, s.pair), " · "))))
}

func (s *pairSheet) judging() fyne.CanvasObject {
	t := s.host.State().Words.T
	s.grade = kit.NewOptions(append(append([]string{}, landscape.Grades...), notSame), func(v string) string {
		return t("asking.pair." + v)
	}, func(v string) {
		if v == notSame {
			s.justified.SetChecked(false)
			s.justified.Disable()
		} else {
			s.justified.Enable()
		}
	})
	s.grade.Set(s.pair.Grade)
	s.justified = kit.NewCheck(t("asking.pair.justified"), nil)
	s.justified.Checked = s.pair.Justified
	s.why = kit.NewArea(t("answers.why.hint"), 2)
	reason := kit.Rows(kit.Space1, kit.Field(t("answers.why"), s.why, ""), s.justified)
	return container.NewBorder(nil, nil, kit.Field(t("asking.pair.grade"), s.grade.Line(), ""), nil, reason)
}

func (s *pairSheet) record() {
	t := s.host.State().Words.T
	why := strings.TrimSpace(s.why.Text)
	if why == "" {
		s.sheet.Fault(t("answers.why.need"))
		return
	}
	j := workspace.Judgement{B: s.pair.B.ID, Link: landscape.Overlaps, Grade: s.grade.Value(), Justified: s.justified.Checked, Why: why}
	if j.Grade == notSame {
		j.Link, j.Grade, j.Justified = landscape.NotSame, "", false
	}
	s.sheet.Close()
	answers.Judge(s.host, answers.Subject{Item: s.pair.A.ID}, "", j, nil)
}
