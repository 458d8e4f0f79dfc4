package inspector

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"snijvlak/internal/desktop/answers"
	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
	"snijvlak/internal/prose"
)

// basisForm asks how a fact is known: the sources there are, one more, and how
// sure it is. Without a source it is what the person entered.
type basisForm struct {
	host      kit.Host
	evidence  []landscape.Evidence
	list      *fyne.Container
	document  *kit.Picker[landscape.ID]
	section   *kit.Entry
	note      string // of the source that is being changed
	certainty *kit.Options[landscape.Certainty]
	content   *fyne.Container
	// Changed is called when anything is.
	changed func()
}

func newBasisForm(host kit.Host, b landscape.Basis, changed func()) *basisForm {
	w := host.State().Words
	f := &basisForm{host: host, evidence: slices.Clone(b.Evidence), list: kit.Rows(0), changed: changed}
	if changed == nil {
		f.changed = func() {}
	}
	f.document = kit.NewPicker(host.Window(), w, w.T("inspect.document"),
		answers.Pickables(w, host.State().Land, nil, landscape.Document), func(landscape.ID) { f.changed() })
	f.section = kit.NewEntry(w.T("inspect.section"))
	f.section.OnChanged = func(string) { f.changed() }
	f.certainty = kit.NewOptions([]landscape.Certainty{landscape.Stated, landscape.Inferred, landscape.Confirmed},
		func(c landscape.Certainty) string { return w.T("inspect.certainty." + string(c)) },
		func(landscape.Certainty) { f.changed() })
	f.certainty.Set(b.Certainty)
	f.content = kit.Rows(kit.Space1, kit.Plain(kit.Strong(w.T("inspect.how"))), f.list,
		f.document.Card, f.section, f.certainty.Line())
	f.draw()
	return f
}

// draw shows the sources there are, each with a way to change it or take it off.
func (f *basisForm) draw() {
	w := f.host.State().Words
	name := func(id landscape.ID) string { return nameOf(f.host.State().Land, string(id)) }
	f.list.Objects = nil
	for i, e := range f.evidence {
		remove := kit.IconButton(kit.NewIcon("close").In(kit.Ink2), w.T("inspect.source.remove"), func() {
			f.evidence = slices.Delete(slices.Clone(f.evidence), i, i+1)
			f.draw()
			f.changed()
		})
		change := kit.IconButton(kit.NewIcon("edit").In(kit.Ink2), w.T("inspect.source.change"), func() { f.change(i) })
		buttons := container.NewVBox(kit.Columns(0, change, remove))
		f.list.Add(container.NewBorder(nil, nil, nil, buttons, kit.Secondary(prose.Evidence(name, e))))
	}
	if len(f.evidence) == 0 && len(f.typed()) == 0 {
		f.list.Add(kit.Secondary(w.T("inspect.entered")))
	}
	f.list.Refresh()
}

// change takes a source up into the fields; what stands there becomes a source
// first.
func (f *basisForm) change(i int) {
	e := f.evidence[i]
	rest := slices.Delete(slices.Clone(f.evidence), i, i+1)
	f.evidence = append(rest, f.typed()...)
	f.document.Set(e.Document)
	f.note = e.Note
	f.section.SetText(e.Section)
	f.draw()
	f.changed()
}

// typed is the source that stands in the fields, if any.
func (f *basisForm) typed() []landscape.Evidence {
	document, picked := f.document.Value()
	section := strings.TrimSpace(f.section.Text)
	note := f.note
	switch {
	case !picked && section == "" && note == "":
		return nil
	case !picked && note == "":
		ws := f.host.Workspace()
		note = landscape.Entered(ws.Author(), ws.Today())
	}
	e := landscape.Evidence{Section: section, Note: note}
	if picked {
		e.Document = document
	}
	return []landscape.Evidence{e}
}

// clear forgets the sources there are, as where the world has changed.
func (f *basisForm) clear() {
	f.evidence = nil
	f.draw()
}

// read gives the basis as it was filled in; without a source it is what the
// person entered.
func (f *basisForm) read() landscape.Basis {
	b := landscape.Basis{Certainty: f.certainty.Value(), Evidence: append(slices.Clone(f.evidence), f.typed()...)}
	if len(b.Evidence) == 0 {
		ws := f.host.Workspace()
		b.Evidence = []landscape.Evidence{{Note: landscape.Entered(ws.Author(), ws.Today())}}
	}
	return b
}
