package landscapeview

import (
	"maps"
	"slices"
	"strings"

	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
)

// filter is what one looks for; the zero filter lets all through.
type filter struct {
	text string
	// themes are numbers; one of them is enough.
	themes   map[int]bool
	ambition bool
	// kind is a kind of initiative, a type, or one of the two groups.
	kind string
	// status is the key of a word, as in item.
	status       string
	organisation landscape.ID
	// aside are what a person put back by hand.
	aside map[landscape.ID]bool
}

// The two groups of kinds of initiative.
const (
	tables     = "tables"
	programmes = "programmes"
)

// kinds are what one can choose of; the empty one is all.
var kinds = []string{
	"", tables, programmes,
	landscape.Consultation, landscape.SteeringGroup, landscape.DirectingGroup, landscape.Network,
	landscape.Programme, landscape.ActionProgramme, landscape.ActionPlan, landscape.WorkAgenda, landscape.MultiYearAgenda,
	string(landscape.Bottleneck), string(landscape.Action), string(landscape.Organisation),
}

// statuses are what one can choose of, as keys of words; the empty one is all.
func statuses() []string {
	all := []string{""}
	for _, s := range landscape.Statuses {
		all = append(all, "status."+string(s))
	}
	for _, s := range landscape.States {
		all = append(all, "state."+string(s))
	}
	for _, l := range landscape.AgendaLists {
		all = append(all, "list."+l)
	}
	return all
}

// noFilter is the zero filter, to which can be added.
func noFilter() filter { return filter{themes: map[int]bool{}, aside: map[landscape.ID]bool{}} }

// idle says that the filter lets all through.
func (f filter) idle() bool {
	return strings.TrimSpace(f.text) == "" && len(f.themes) == 0 && !f.ambition && f.kind == "" && f.status == "" &&
		f.organisation == "" && len(f.aside) == 0
}

func (f filter) lets(it item) bool {
	switch {
	case f.aside[it.id()],
		!f.letsThemes(it),
		!f.letsKind(it.node),
		f.status != "" && f.status != it.status,
		f.organisation != "" && !it.with[f.organisation]:
		return false
	}
	for _, word := range strings.Fields(kit.Folded(f.text)) {
		if !strings.Contains(it.folded, word) {
			return false
		}
	}
	return true
}

func (f filter) letsThemes(it item) bool {
	if len(f.themes) == 0 && !f.ambition {
		return true
	}
	return f.ambition && it.ambition || slices.ContainsFunc(it.themes, func(n int) bool { return f.themes[n] })
}

func (f filter) letsKind(n *landscape.Node) bool {
	switch f.kind {
	case "":
		return true
	case tables:
		return n.Type == landscape.Initiative && landscape.IsTable(n.Kind())
	case programmes:
		return n.Type == landscape.Initiative && !landscape.IsTable(n.Kind())
	}
	return n.Kind() == f.kind || string(n.Type) == f.kind
}

// theme gives the one theme that is chosen, if it is one.
func (f filter) theme() (int, bool) {
	if len(f.themes) != 1 || f.ambition {
		return 0, false
	}
	return slices.Collect(maps.Keys(f.themes))[0], true
}

// through are the items that a filter lets through.
func through(all []item, f filter) []item {
	if f.idle() {
		return all
	}
	var kept []item
	for _, it := range all {
		if f.lets(it) {
			kept = append(kept, it)
		}
	}
	return kept
}

// faded are the boxes that stand back: items the filter does not let through,
// and themes that were not chosen.
func faded(l *landscape.Landscape, boxes []string, kept []item, f filter) map[string]bool {
	if f.idle() {
		return nil
	}
	stays := map[string]bool{}
	for _, it := range kept {
		stays[string(it.id())] = true
	}
	back := map[string]bool{}
	for _, id := range boxes {
		n, ok := l.Node(landscape.ID(id))
		switch {
		case stays[id]:
		case ok && n.Type == landscape.Theme:
			back[id] = len(f.themes) > 0 && !f.themes[n.Number()] || len(f.themes) == 0 && f.ambition
		case ok && isFrame(n):
		default:
			back[id] = true
		}
	}
	return back
}
