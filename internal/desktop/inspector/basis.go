package inspector

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"snijvlak/internal/desktop/answers"
	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
)

// basisForm asks how a fact is known: the sources there are, one more, and how
// sure it is. Without a source it is what the person entered.
type basisForm struct {
	host      kit.Host
	evidence  []landscape.Evidence
	list      *fyne.Container
	document  *kit.Picker[landscape.ID]
	section   *kit.Entry
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

// draw shows the sources there are, each with a way to take it off.
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
		f.list.Add(container.NewBorder(nil, nil, nil, container.NewVBox(remove), kit.Secondary(evidenceText(name, e))))
	}
	if len(f.evidence) == 0 {
		f.list.Add(kit.Secondary(w.T("inspect.entered")))
	}
	f.list.Refresh()
}

// clear forgets the sources there are, as where the world has changed.
func (f *basisForm) clear() {
	f.evidence = nil
	f.draw()
}

// read gives the basis as it was filled in.
func (f *basisForm) read() landscape.Basis {
	b := landscape.Basis{Certainty: f.certainty.Value(), Evidence: slices.Clone(f.evidence)}
	document, picked := f.document.Value()
	section := strings.TrimSpace(f.section.Text)
	if picked {
		b.Evidence = append(b.Evidence, landscape.Evidence{Document: document, Section: section})
	}
	if len(b.Evidence) == 0 || !picked && section != "" {
		ws := f.host.Workspace()
		b.Evidence = append(b.Evidence, landscape.Evidence{
			Section: section, Note: landscape.Entered(ws.Author(), ws.Today()),
		})
	}
	return b
}
