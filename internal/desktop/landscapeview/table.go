package landscapeview

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
	"snijvlak/internal/words"
)

// table shows the items of the map as rows.
type table struct {
	words *words.Words
	// chosen is told the row a person came to, opened the one that is to be
	// opened, copied a row as text.
	chosen, opened func(landscape.ID)
	copied         func(string)
	menu           func(landscape.ID, fyne.Position)

	rows     []item
	order    order
	selected []landscape.ID
	heads    []*heading
	list     *kit.List
	none     *fyne.Container
	content  *fyne.Container
	quiet    bool
	stale    bool // the rows are not in order yet
}

func newTable(w *words.Words) *table {
	t := &table{words: w}
	var heads []fyne.CanvasObject
	for i, key := range fieldKeys {
		h := newHeading(w.T(key), func() { t.press(field(i)) })
		t.heads = append(t.heads, h)
		heads = append(heads, h)
	}
	t.list = kit.NewList(func() int { return len(t.rows) }, func() fyne.CanvasObject { return newRow(t) },
		func(i int, o fyne.CanvasObject) {
			if i < len(t.rows) {
				o.(*row).set(t.rows[i], slices.Contains(t.selected, t.rows[i].id())) //nolint:forcetypeassert // newRow made it
			}
		})
	t.list.OnEnter = func(i int) { t.opened(t.rows[i].id()) }
	t.list.OnMove = t.choose
	t.list.OnSelected = func(i int) { t.list.UnselectAll(); t.choose(i) } // the row shows it itself
	t.list.OnCopy = func(i int) { t.copied(line(t.rows[i])) }
	t.none = kit.Empty(w.T("landscape.none"))
	t.sayOrder()
	body := container.NewBorder(kit.Rows(0, container.New(columnsLayout{headHigh}, heads...), kit.Divider()), nil, nil, nil, container.NewStack(t.list, t.none))
	t.content = kit.OnPaper(container.NewHScroll(body))
	return t
}

// set shows other items, as soon as the table is seen: sorting thousands takes
// long.
func (t *table) set(all []item) {
	t.rows, t.stale = all, true
	if !t.content.Hidden {
		t.sort()
	}
}

// sort puts the rows in order, where they are not.
func (t *table) sort() {
	if !t.stale {
		return
	}
	t.stale = false
	t.rows = sorted(t.rows, t.order)
	t.none.Hidden = len(t.rows) > 0
	t.list.Refresh()
	t.show()
}

// press sorts by a column.
func (t *table) press(by field) {
	t.order = t.order.press(by)
	t.sayOrder()
	t.set(t.rows)
}

func (t *table) sayOrder() {
	for i, h := range t.heads {
		h.set(field(i) == t.order.by, t.order.down)
	}
}

// choose tells the row a person came to.
func (t *table) choose(i int) {
	if !t.quiet && i >= 0 && i < len(t.rows) {
		t.chosen(t.rows[i].id())
	}
}

// tapped chooses the row that was pressed and gives it the keyboard.
func (t *table) tapped(id landscape.ID) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(t.list); c != nil {
		c.Focus(t.list)
	}
	i := slices.IndexFunc(t.rows, func(it item) bool { return it.id() == id })
	t.list.Put(i)
}

// setSelected shows which items are selected.
func (t *table) setSelected(ids []landscape.ID) {
	if !slices.Equal(ids, t.selected) {
		t.selected = slices.Clone(ids)
		t.show()
	}
}

// show brings the selection into sight.
func (t *table) show() {
	t.quiet = true
	defer func() { t.quiet = false }()
	at := -1
	if len(t.selected) > 0 {
		at = slices.IndexFunc(t.rows, func(it item) bool { return it.id() == t.selected[0] })
	}
	if at >= 0 {
		t.list.Put(at)
	}
	t.list.Refresh()
}

// line is a row as text, with a tab between its columns.
func line(it item) string {
	var themes []string
	for _, n := range it.themes {
		themes = append(themes, fmt.Sprint(n))
	}
	return strings.Join([]string{
		it.node.Name(), it.kind, strings.Join(themes, ", "), it.runs, it.leads, counted(it.owned), counted(it.sources),
	}, "\t")
}

// lines are rows as text under the names of their columns, as for a sheet.
func lines(w *words.Words, rows []item) string {
	var heads []string
	for _, key := range fieldKeys {
		heads = append(heads, w.T(key))
	}
	all := []string{strings.Join(heads, "\t")}
	for _, it := range rows {
		all = append(all, line(it))
	}
	return strings.Join(all, "\n")
}

// counted is a number; none says nothing.
func counted(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprint(n)
}
