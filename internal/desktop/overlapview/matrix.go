package overlapview

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
	"snijvlak/internal/overlap"
	"snijvlak/internal/prose"
	"snijvlak/internal/words"
	"snijvlak/internal/workspace"
)

// matrix is the second tab: initiatives against initiatives, as a list of pairs
// with those that share most first.
type matrix struct {
	host    kit.Host
	words   *words.Words
	content *fyne.Container
	list    *kit.List
	count   *widget.Label
	none    *fyne.Container
	filter  pairFilter
	all     []overlap.Pair
	kept    []overlap.Pair
	asked   int
	head    workspace.Head
	day     landscape.Date
}

func newMatrix(host kit.Host) *matrix {
	m := &matrix{host: host, words: host.State().Words, filter: pairFilter{grades: map[string]bool{}}}
	t := m.words.T
	search := kit.NewEntry(t("asking.matrix.search"))
	search.OnChanged = func(text string) { m.filter.text = text; m.fill() }
	row := kit.Flow(container.NewGridWrap(fyne.NewSize(200, search.MinSize().Height), search))
	for _, grade := range slices.Backward(landscape.Grades) {
		row.Add(kit.NewChip(prose.Capital(t("grade."+grade)), func(on bool) { m.filter.grades[grade] = on; m.fill() }))
	}
	m.count = kit.Secondary("")
	m.list = kit.NewList(func() int { return len(m.kept) }, newPairRow, func(i int, o fyne.CanvasObject) {
		if i < len(m.kept) {
			o.(*pairRow).set(m.words, m.kept[i]) //nolint:forcetypeassert // newPairRow made it
		}
	})
	m.list.OnEnter = m.open
	m.list.OnSelected = func(i int) { m.list.UnselectAll(); m.open(i) }
	m.none = kit.Empty(t("asking.matrix.none"))
	head := kit.Rows(kit.Space2, row, kit.Tight(kit.Column(kit.Secondary(t("asking.matrix.note")))), kit.Tight(m.count), kit.Gap(0))
	m.content = container.New(margins{kit.Space4}, container.NewBorder(head, nil, nil, nil,
		kit.OnPaper(container.NewStack(m.list, m.none))))
	return m
}

// show compares anew where the landscape or the day is another.
func (m *matrix) show(s kit.State) {
	if s.Head == m.head && s.Day == m.day {
		return
	}
	m.head, m.day = s.Head, s.Day
	m.asked++
	number := m.asked
	m.count.SetText(m.words.T("asking.matrix.working"))
	m.host.Go(m.words.T("asking.matrix.working"), func(context.Context) func() {
		pairs := m.host.Overlap().Matrix().Pairs
		slices.SortStableFunc(pairs, mostFirst)
		return func() {
			if number == m.asked {
				m.all = pairs
				m.fill()
			}
		}
	})
}

func (m *matrix) fill() {
	m.kept = filtered(m.all, m.filter)
	m.count.SetText(m.words.N("asking.matrix.pairs", len(m.kept)))
	m.none.Hidden = len(m.kept) > 0
	m.list.Refresh()
}

func (m *matrix) open(i int) {
	if i >= 0 && i < len(m.kept) {
		showPair(m.host, m.kept[i])
	}
}

// pairRow is a line of the list: how strong, which two, and what they share.
type pairRow struct {
	widget.BaseWidget
	icon          *canvas.Image
	grade         *kit.Lines
	names, shared *kit.Lines
}

func newPairRow() fyne.CanvasObject {
	r := &pairRow{
		icon:  kit.Picture(kit.NewIcon("partly"), 16),
		grade: kit.NewLines(2, kit.SizeSecondary, kit.Ink, true),
		names: kit.NewLines(1, kit.SizeBody, kit.Ink, true), shared: kit.NewLines(1, kit.SizeSecondary, kit.Ink2, false),
	}
	r.ExtendBaseWidget(r)
	return r
}

const gradeWide float32 = 104

// CreateRenderer is part of fyne.Widget.
func (r *pairRow) CreateRenderer() fyne.WidgetRenderer {
	grade := container.NewBorder(nil, nil, container.NewCenter(r.icon), nil, r.grade)
	left := container.NewGridWrap(fyne.NewSize(gradeWide, 2*kit.TextSize(kit.SizeSecondary)*1.4), grade)
	row := container.NewBorder(nil, nil, container.NewCenter(left), nil, kit.Rows(0, r.names, r.shared))
	return widget.NewSimpleRenderer(kit.Pad(kit.Space2, row))
}

func (r *pairRow) set(w *words.Words, p overlap.Pair) {
	r.icon.Resource = kit.NewIcon(gradeIcon(p.Grade))
	r.icon.Refresh()
	r.grade.Set(gradeText(w, p))
	r.names.Set(p.A.ShortName() + "  –  " + p.B.ShortName())
	r.shared.Set(strings.Join(shared(w, p), " · "))
}
