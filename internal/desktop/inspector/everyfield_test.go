package inspector

import (
	"fmt"
	"net/url"
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/desktop/kittest"
	"snijvlak/internal/landscape"
	"snijvlak/internal/workspace"
)

// everyType is a window on a landscape with an item of every type, and these.
func everyType(t *testing.T) (*kittest.Host, *Pane, map[landscape.Type]landscape.ID) {
	t.Helper()
	h := kittest.New(t)
	land := h.S.Land
	add := func(a workspace.Added) {
		edits, _, err := h.WS.Add(land, a)
		if err != nil {
			t.Fatal(a.Type, err)
		}
		if land, err = land.Apply(edits); err != nil {
			t.Fatal(a.Type, err)
		}
	}
	add(addedAction())
	add(workspace.Added{Type: landscape.Meeting, Fields: map[landscape.Field][]string{
		landscape.Name: {"Stuurgroep 10 december 2026"}, landscape.HeldBy: {"stuurgroep"}, landscape.DateOn: {"2026-12-10"},
	}})
	meeting := land.Nodes(landscape.Meeting)[0].ID
	add(workspace.Added{
		Type:      landscape.Item,
		Fields:    map[landscape.Field][]string{landscape.Name: {"Terugblik"}, landscape.Treatment: {landscape.Treatments[0]}},
		Relations: []landscape.Relation{{Link: landscape.TabledAt, To: meeting}},
	})
	for _, typ := range []landscape.Type{landscape.Ambition, landscape.Term} {
		if len(land.Nodes(typ)) == 0 {
			add(workspace.Added{Type: typ, Fields: map[landscape.Field][]string{landscape.Name: {"Een " + string(typ)}}})
		}
	}
	h = kittest.On(t, land)
	h.Win.Resize(fyne.NewSize(300, 2400))
	p := New(h)
	h.Put(asView{p})
	of := map[landscape.Type]landscape.ID{}
	for _, typ := range landscape.Types {
		all := land.Nodes(typ)
		if len(all) == 0 {
			t.Fatal("no item of type", typ)
		}
		of[typ] = all[0].ID
	}
	return h, p, of
}

// other gives values that a field can have and has not.
func other(spec landscape.FieldSpec, now []string) []string {
	from := func(choices ...string) []string {
		at := slices.IndexFunc(choices, func(v string) bool { return !slices.Contains(now, v) })
		return choices[at : at+1]
	}
	switch {
	case spec.Field == landscape.HeldBy:
		return from("stuurgroep", "klankbordgroep")
	case spec.Form == landscape.FlagForm:
		return from("true", "false")
	case len(spec.Choices) > 0:
		return from(spec.Choices...)
	case spec.Field == landscape.Start:
		return from("2001-01-31", "2001-02-01") // before any end
	case spec.Form == landscape.DateForm, spec.Form == landscape.DateListForm:
		return from("2031-01-31", "2031-02-01")
	case spec.Form == landscape.NumberForm:
		return from("98", "99")
	}
	return []string{"Iets anders"}
}

// fill gives values to an editor as a person does.
func fill(e *editor, values []string) {
	switch f := e.in.first.(type) {
	case *kit.Entry:
		f.SetText(writeDate(values[0]))
	case *kit.DateEntry:
		f.SetText(writeDate(values[0]))
	case *kit.Check:
		for i, o := range e.in.object.(*fyne.Container).Objects {
			o.(*kit.Check).SetChecked(slices.Contains(values, e.spec.Choices[i]))
		}
	default:
		for range 12 { // no field has more answers
			press(f, fyne.KeyUp)
		}
		for range 12 {
			if now, _ := e.in.read(); slices.Equal(now, values) {
				return
			}
			press(f, fyne.KeyDown)
		}
	}
}

func TestEveryFieldOfEveryTypeIsEditedInPlace(t *testing.T) {
	h, p, of := everyType(t)
	for _, typ := range landscape.Types {
		h.Select(of[typ])
		for _, spec := range landscape.FieldsOf(typ) {
			if derived(typ, spec.Field) {
				continue
			}
			t.Run(fmt.Sprint(typ, " ", spec.Field), func(t *testing.T) {
				want := other(spec, p.shown.Node.All(spec.Field))
				p.begin(spec.Field)
				if p.editing == nil {
					t.Fatal("it cannot be edited")
				}
				fill(p.editing, want)
				p.editing.save()
				if p.editing != nil {
					t.Fatalf("%v is not saved: %s", want, p.editing.fault.Text)
				}
				if got := node(t, h, of[typ]).All(spec.Field); !slices.Equal(got, want) {
					t.Errorf("it is %v, not %v; failures %v", got, want, h.Failures)
				}
			})
		}
	}
}

func TestAFactOfAnotherTimeIsListedAndEdited(t *testing.T) {
	h, p := look(t, table)
	change := func(f landscape.Field, values []string, from string) {
		p.begin(f)
		e := p.editing
		e.toggle()
		press(e.since.Field(), fyne.KeyDown)
		e.from.SetText(from)
		fill(e, values)
		e.save()
	}
	change(landscape.Goal, []string{"Het nieuwe doel"}, "1-11-2026")
	change(landscape.TargetGroup, []string{"Een nieuwe groep"}, "1-1-2027")
	r := h.WS.Landscape().Out(table, landscape.Addresses)[0]
	ended := r
	ended.End = landscape.MustDate("2026-06-30")
	h.Change(why, relink{was: &r, now: &ended}.edits, nil)
	earlier, later := spells(h.S.Land, h.S.Seen, table, h.S.Day)
	if len(earlier) != 2 || len(later) != 1 {
		t.Fatalf("earlier %v, later %v", earlier, later)
	}
	reads(t, h, "Eerder  2")
	reads(t, h, "Straks  1")
	reads(t, h, "tot en met 31 okt 2026")
	reads(t, h, "tot en met 30 jun 2026")
	at := slices.IndexFunc(earlier, func(s spell) bool { return s.spec.Field == landscape.Goal })
	p.beginFormer(landscape.Field(fmt.Sprint("inspect.earlier", at)), earlier[at])
	if !p.editing.more.Visible() || p.editing.since != nil {
		t.Error("its period does not stand open, or it asks what changed")
	}
	p.editing.end.SetText("30-9-2026")
	p.editing.save()
	claims := node(t, h, table).Claims(landscape.Goal)
	if len(claims) != 2 || claims[0].End.String() != "2026-09-30" || claims[1].Values[0] != "Het nieuwe doel" {
		t.Errorf("the claims are %+v; failures %v", claims, h.Failures)
	}
}

func TestOnlyPagesOfTheWebAreOpened(t *testing.T) {
	h, p, of := everyType(t)
	var opened []string
	p.browse = func(u *url.URL) error { opened = append(opened, u.String()); return nil }
	for address, opens := range map[string]bool{
		"https://voorbeeld.nl/a b": true, "http://voorbeeld.nl": true,
		"file:///etc/passwd": false, "voorbeeld.nl": false, "javascript:alert(1)": false, "https:": false,
	} {
		edits, err := h.WS.Set(h.WS.Landscape(), of[landscape.Document], []workspace.Assignment{{Field: landscape.URL, Values: []string{address}}}, workspace.When{}, workspace.Source{})
		if err != nil {
			t.Fatal(err)
		}
		h.Change(why, func(*landscape.Landscape) ([]landscape.Edit, error) { return edits, nil }, nil)
		h.Select(of[landscape.Document])
		opened = nil
		if d := p.deeds()[0]; d.key == "inspect.web" {
			d.do()
		}
		if (len(opened) == 1) != opens {
			t.Errorf("%q: opened %q", address, opened)
		}
	}
}

func TestNothingSelectedTellsWhatThereIs(t *testing.T) {
	h, p := look(t, table)
	p.begin(landscape.Goal)
	p.editing.in.first.(*kit.Entry).SetText("Zojuist gewijzigd")
	p.editing.save()
	h.Select()
	reads(t, h, "initiatieven")
	reads(t, h, "Laatst gewijzigd")
	reads(t, h, node(t, h, table).ShortName())
}

func TestASourceIsChangedInItsPlace(t *testing.T) {
	h, p := look(t, table)
	was, _ := node(t, h, table).Claim(landscape.Goal)
	p.begin(landscape.Goal)
	f := p.editing.basis
	f.change(0)
	if f.section.Text != was.Evidence[0].Section {
		t.Errorf("the place is %q, not %q", f.section.Text, was.Evidence[0].Section)
	}
	f.section.SetText("Bladzijde 12")
	p.editing.save()
	now, _ := node(t, h, table).Claim(landscape.Goal)
	last := now.Evidence[len(now.Evidence)-1]
	if len(now.Evidence) != len(was.Evidence) || last.Section != "Bladzijde 12" || last.Document != was.Evidence[0].Document {
		t.Errorf("the sources are %+v", now.Evidence)
	}
}
