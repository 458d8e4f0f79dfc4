package scene

import "slices"

// fits says whether every column of a plan fits the page.
func (m *maker) fits(p *plan) bool {
	room := m.contentHeight()
	return !slices.ContainsFunc(p.columns, func(c *column) bool { return c.height(m.p.Gap) > room+0.01 })
}

// chunked splits a plan that does not fit into pages: the outer columns are
// cut into pieces that do, the middle one stands on every page. A box taller
// than the page is an error.
func (m *maker) chunked(p *plan) ([]*plan, error) {
	if m.fits(p) {
		return []*plan{p}, nil
	}
	pages := 1
	for _, c := range p.columns {
		if !p.isMiddle(c) {
			pages = max(pages, len(m.stacks(c.boxes, m.contentHeight())))
		}
	}
	pieces := make([][][]*box, len(p.columns))
	for i, c := range p.columns {
		if p.isMiddle(c) {
			continue
		}
		var err error
		if pieces[i], err = m.cut(c.boxes, pages); err != nil {
			return nil, err
		}
	}
	plans := make([]*plan, pages)
	for n := range plans {
		plans[n] = p.pick(func(i int) []*box {
			switch {
			case pieces[i] == nil:
				return p.columns[i].boxes
			case n < len(pieces[i]):
				return pieces[i][n]
			}
			return nil
		})
	}
	return plans, nil
}

// isMiddle says whether a column stands on every page.
func (p *plan) isMiddle(c *column) bool { return p.hasPanel && c == p.columns[p.panel] }

// cut divides boxes into a number of stacks that fit the page, in their order
// and about equally high: no page is left with a single box.
func (m *maker) cut(boxes []*box, pages int) ([][]*box, error) {
	room := m.contentHeight()
	for _, b := range boxes {
		if b.h > room {
			return nil, &TooTall{ID: b.id, Page: m.p.Name}
		}
	}
	low, high := 0.0, room
	for range 20 { // the lowest height that needs no more pages
		if mid := (low + high) / 2; len(m.stacks(boxes, mid)) <= pages {
			high = mid
		} else {
			low = mid
		}
	}
	return m.stacks(boxes, high), nil
}

// stacks fills one stack after another up to a height; a box that is higher
// has a stack of its own.
func (m *maker) stacks(boxes []*box, room float64) [][]*box {
	stacks := [][]*box{nil}
	used := 0.0
	for _, b := range boxes {
		last := len(stacks) - 1
		if len(stacks[last]) > 0 && used+m.p.Gap+b.h > room {
			stacks, used = append(stacks, nil), 0
			last++
		}
		if len(stacks[last]) > 0 {
			used += m.p.Gap
		}
		stacks[last], used = append(stacks[last], b), used+b.h
	}
	return stacks
}

// pick gives a copy of the plan with other boxes in its columns and only the
// lines whose ends are both there.
func (p *plan) pick(boxes func(column int) []*box) *plan {
	next := *p
	next.columns, next.links = make([]*column, len(p.columns)), nil
	here := map[string]bool{}
	for i, c := range p.columns {
		next.columns[i] = &column{heading: c.heading, width: c.width, boxes: boxes(i)}
		for _, b := range next.columns[i].boxes {
			here[b.id] = true
		}
	}
	for _, k := range p.links {
		if here[k.left] && here[k.right] {
			next.links = append(next.links, k)
		}
	}
	return &next
}

// paired splits a plan of two columns into pages on which each box of the
// first column stands with all boxes it has a line to.
func (m *maker) paired(p *plan) ([]*plan, error) {
	room := m.contentHeight()
	partners := map[string][]string{}
	for _, k := range p.links {
		partners[k.left] = append(partners[k.left], k.right)
	}
	var plans []*plan
	left, right := []*box{}, map[string]bool{}
	flush := func() {
		if len(left) > 0 || len(right) > 0 {
			plans = append(plans, p.pick(func(i int) []*box {
				if i == 0 {
					return left
				}
				return only(p.columns[1].boxes, right)
			}))
		}
		left, right = nil, map[string]bool{}
	}
	for _, b := range p.columns[0].boxes {
		more := with(right, partners[b.id])
		if len(left) > 0 && (stackHeight(append(slices.Clone(left), b), m.p.Gap) > room ||
			stackHeight(only(p.columns[1].boxes, more), m.p.Gap) > room) {
			flush()
			more = with(right, partners[b.id])
		}
		left, right = append(left, b), more
		if b.h > room {
			return nil, &TooTall{ID: b.id, Page: m.p.Name}
		}
		if stackHeight(only(p.columns[1].boxes, right), m.p.Gap) > room {
			spread, err := m.chunkedPair(p, b, right)
			if err != nil {
				return nil, err
			}
			plans = append(plans, spread...)
			left, right = nil, map[string]bool{}
		}
	}
	flush()
	return plans, nil
}

// chunkedPair is for a single box with more partners than fit one page.
func (m *maker) chunkedPair(p *plan, b *box, right map[string]bool) ([]*plan, error) {
	partners := only(p.columns[1].boxes, right)
	pieces, err := m.cut(partners, len(m.stacks(partners, m.contentHeight())))
	if err != nil {
		return nil, err
	}
	plans := make([]*plan, len(pieces))
	for n, piece := range pieces {
		plans[n] = p.pick(func(i int) []*box {
			if i == 0 {
				return []*box{b}
			}
			return piece
		})
	}
	return plans, nil
}

func only(boxes []*box, ids map[string]bool) []*box {
	var kept []*box
	for _, b := range boxes {
		if ids[b.id] {
			kept = append(kept, b)
		}
	}
	return kept
}

func with(ids map[string]bool, more []string) map[string]bool {
	all := make(map[string]bool, len(ids)+len(more))
	for id := range ids {
		all[id] = true
	}
	for _, id := range more {
		all[id] = true
	}
	return all
}
