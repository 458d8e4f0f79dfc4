package inspector

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
	"snijvlak/internal/prose"
	"snijvlak/internal/words"
)

// input is the widget in which the values of a field are given.
type input struct {
	object fyne.CanvasObject
	first  fyne.Focusable
	// read gives the values; fault is what is wrong with them, as a sentence.
	read func() (values []string, fault string)
	// keys gives the widget's keys to an editor first, done is Enter, tab is
	// Tab where that saves, typed is called at every change.
	hook func(keys func(*fyne.KeyEvent) bool, done, tab, typed func())
	// lines says that Enter begins a new line.
	lines bool
}

// newAsked is newInput for a field of a dialog.
func newAsked(w *words.Words, l *landscape.Landscape, spec landscape.FieldSpec, values []string) *input {
	switch {
	case spec.Field == landscape.HeldBy:
		return pickOne(bodies(l), func(v string) string { return nameOf(l, v) })
	case spec.Form == landscape.ChoiceForm:
		return pickOne(spec.Choices, func(v string) string { return w.Or(string(spec.Field), v) })
	}
	return newInput(w, l, spec, values)
}

// newInput makes the widget that fits a field.
func newInput(w *words.Words, l *landscape.Landscape, spec landscape.FieldSpec, values []string) *input {
	switch {
	case spec.Field == landscape.HeldBy:
		return oneOf(w, values, bodies(l), func(v string) string { return nameOf(l, v) })
	case spec.Form == landscape.ChoiceListForm:
		return someOf(w, spec, values)
	case spec.Form == landscape.FlagForm:
		return oneOf(w, values, []string{"true", "false"}, func(v string) string { return w.T("flag." + v) })
	case spec.Form == landscape.DateForm:
		return dateInput(w, values)
	case len(spec.Choices) > 0:
		return oneOf(w, values, spec.Choices, func(v string) string { return w.Or(string(spec.Field), v) })
	}
	return textInput(w, spec, values)
}

func bodies(l *landscape.Landscape) []string {
	var ids []string
	for _, n := range l.Nodes(landscape.Body) {
		ids = append(ids, string(n.ID))
	}
	return ids
}

func nameOf(l *landscape.Landscape, id string) string {
	if n, ok := l.Node(landscape.ID(id)); ok {
		return n.ShortName()
	}
	return id
}

// narrowLine is how many letters stand on a line of the pane, at twice the size.
const narrowLine = 18

// textInput is for texts, numbers, and lists of a line each.
func textInput(w *words.Words, spec landscape.FieldSpec, values []string) *input {
	e := kit.NewArea("", 1)
	if spec.Form == landscape.NumberForm {
		e = kit.NewEntry("")
	}
	shown := values
	if spec.Form == landscape.DateListForm {
		shown = mapped(values, writeDate)
	}
	if spec.Many() {
		e.SetMinRowsVisible(min(max(len(values)+1, 2), 8))
	} else if text := strings.Join(values, ""); len(text) > narrowLine && spec.Form != landscape.NumberForm {
		e.SetMinRowsVisible(min(1+len(text)/narrowLine, 8))
	}
	e.SetText(strings.Join(shown, "\n"))
	in := &input{object: e, first: e, lines: spec.Many()}
	in.read = func() ([]string, string) { return readText(w, spec, e.Text) }
	in.hook = func(keys func(*fyne.KeyEvent) bool, done, tab, typed func()) {
		e.OnDone, e.OnTab, e.OnChanged = done, tab, func(string) { typed() }
		e.OnKey = func(key *fyne.KeyEvent) bool {
			if !spec.Many() && (key.Name == fyne.KeyReturn || key.Name == fyne.KeyEnter) {
				done()
				return true
			}
			return keys(key)
		}
	}
	return in
}

// readText reads what was typed in a field, and says what is wrong with it.
func readText(w *words.Words, spec landscape.FieldSpec, text string) ([]string, string) {
	parts := []string{strings.Join(strings.Fields(text), " ")}
	if spec.Many() {
		parts = strings.Split(text, "\n")
	}
	var values []string
	for _, part := range parts {
		part = strings.TrimSpace(part)
		if spec.Form == landscape.DateListForm {
			d, err := kit.ReadDate(part)
			if err != nil {
				return nil, w.T("inspect.wrong.dates", "Value", part)
			}
			part = d.String()
		}
		if part != "" && !slices.Contains(values, part) {
			values = append(values, part)
		}
	}
	return values, wrong(w, spec, values)
}

// wrong says what is wrong with values of a field; empty when nothing is.
func wrong(w *words.Words, spec landscape.FieldSpec, values []string) string {
	if spec.Field == landscape.Name && len(values) == 0 {
		return w.T("inspect.wrong.name")
	}
	if v, bad := spec.Wrong(values); bad {
		if spec.Form == landscape.NumberForm && len(spec.Choices) == 0 {
			return w.T("inspect.wrong.number")
		}
		if spec.Form == landscape.DateForm || spec.Form == landscape.DateListForm {
			return w.T("window.date.wrong")
		}
		return w.T("inspect.wrong.value", "Value", v)
	}
	return ""
}

func dateInput(w *words.Words, values []string) *input {
	var d landscape.Date
	if len(values) > 0 {
		d, _ = landscape.ParseDate(values[0]) // the model lets only dates in
	}
	e := kit.NewDateEntry(w, d)
	in := &input{object: e, first: e}
	in.read = func() ([]string, string) {
		d, err := e.Date()
		switch {
		case err != nil:
			return nil, err.Error()
		case !d.Known():
			return nil, ""
		}
		return []string{d.String()}, ""
	}
	in.hook = func(keys func(*fyne.KeyEvent) bool, done, tab, typed func()) {
		e.OnKey, e.OnDone, e.OnTab, e.OnChanged = keys, done, tab, func(string) { typed() }
	}
	return in
}

func writeDate(v string) string {
	d, err := landscape.ParseDate(v)
	if err != nil {
		return v
	}
	return kit.WriteDate(d)
}

func mapped(values []string, f func(string) string) []string {
	all := make([]string, len(values))
	for i, v := range values {
		all[i] = f(v)
	}
	return all
}

// oneOf is for a value of a few; nothing is one of them.
func oneOf(w *words.Words, values, choices []string, say func(string) string) *input {
	all := append([]string{""}, choices...)
	o := kit.NewOptions(all, func(v string) string {
		if v == "" {
			return w.T("inspect.nothing")
		}
		return say(v)
	}, nil)
	if len(values) > 0 {
		o.Set(values[0])
	}
	in := &input{object: o.Line(), first: o.Field()}
	in.read = func() ([]string, string) {
		if v := o.Value(); v != "" {
			return []string{v}, ""
		}
		return nil, ""
	}
	in.hook = func(keys func(*fyne.KeyEvent) bool, done, _, typed func()) {
		o.OnKey = enter(keys, done)
		o.OnChange(typed)
	}
	return in
}

// pickOne is oneOf in a dialog, where a list that opens takes less room.
func pickOne(choices []string, say func(string) string) *input {
	c := kit.NewChoice(choices, func(v string) string { return prose.Capital(say(v)) }, nil)
	return &input{
		object: c.Select, first: c.Select,
		read: func() ([]string, string) {
			if v, ok := c.Value(); ok {
				return []string{v}, ""
			}
			return nil, ""
		},
		hook: func(func(*fyne.KeyEvent) bool, func(), func(), func()) {},
	}
}

// enter makes Enter done.
func enter(keys func(*fyne.KeyEvent) bool, done func()) func(*fyne.KeyEvent) bool {
	return func(key *fyne.KeyEvent) bool {
		if key.Name == fyne.KeyReturn || key.Name == fyne.KeyEnter {
			done()
			return true
		}
		return keys(key)
	}
}

// someOf is for several values of a few.
func someOf(w *words.Words, spec landscape.FieldSpec, values []string) *input {
	rows := kit.Rows(0)
	var checks []*kit.Check
	typed := func() {}
	for _, v := range spec.Choices {
		c := kit.NewCheck(w.Or(string(spec.Field), v), nil)
		c.Checked = slices.Contains(values, v)
		c.OnChanged = func(bool) { typed() }
		checks = append(checks, c)
		rows.Add(c)
	}
	in := &input{object: rows, first: checks[0]}
	in.read = func() ([]string, string) {
		var on []string
		for i, c := range checks {
			if c.Checked {
				on = append(on, spec.Choices[i])
			}
		}
		return on, ""
	}
	in.hook = func(keys func(*fyne.KeyEvent) bool, done, _, changed func()) {
		typed = changed
		for _, c := range checks {
			c.OnKey = enter(keys, done)
		}
	}
	return in
}
