package command

import (
	"fmt"
	"strings"

	"snijvlak/internal/exchange"
	"snijvlak/internal/landscape"
)

// findings writes what the model refuses: one sentence, or a list.
func (a *app) findings(fs []landscape.Finding) string {
	if len(fs) == 1 {
		return a.finding(fs[0])
	}
	lines := []string{a.say.T("error.findings")}
	for _, f := range fs {
		lines = append(lines, "  - "+a.finding(f))
	}
	return strings.Join(lines, "\n")
}

// finding is one finding as a sentence.
func (a *app) finding(f landscape.Finding) string {
	text := a.say.T("finding."+string(f.Code),
		"Subject", a.subject(f), "Field", a.fieldName(f.Field), "First", arg(f.Args, 0), "Second", arg(f.Args, 1),
		"All", strings.Join(f.Args, ", "))
	switch f.Code {
	case landscape.BadValue:
		return text + " " + a.expected(f)
	case landscape.WrongEnds:
		return text + " " + a.ends(landscape.Link(arg(f.Args, 0)))
	case landscape.Loop:
		return a.say.T("finding.loop", "Link", a.say.Or("link", arg(f.Args, 0)), "All", strings.Join(f.Args[1:], ", "))
	}
	return text
}

// subject names what a finding is about, in words where the landscape is at
// hand.
func (a *app) subject(f landscape.Finding) string {
	if a.naming != nil && f.Key.IsNode() {
		return nameIn(a.naming, landscape.ID(f.Subject()))
	}
	return f.Subject()
}

func arg(args []string, i int) string {
	if i < len(args) {
		return args[i]
	}
	return ""
}

// fieldName is a field as it is typed, with its word where that differs.
func (a *app) fieldName(f landscape.Field) string {
	word := a.say.Or("field", string(f))
	if f == "" || fold(word) == string(f) {
		return string(f)
	}
	return fmt.Sprintf("%s (%s)", f, word)
}

// expected says what a value may be. The choices of a relation come with the
// finding.
func (a *app) expected(f landscape.Finding) string {
	for _, spec := range landscape.Fields {
		if spec.Field == f.Field {
			return a.form(spec)
		}
	}
	return a.say.T("form.choice", "Choices", arg(f.Args, 1))
}

// form says what the values of a field look like.
func (a *app) form(spec landscape.FieldSpec) string {
	switch {
	case len(spec.Choices) > 0:
		return a.say.T("form.choice", "Choices", a.choices(string(spec.Field), spec.Choices))
	case spec.Form == landscape.DateForm || spec.Form == landscape.DateListForm:
		return a.say.T("form.date")
	case spec.Form == landscape.NumberForm:
		return a.say.T("form.number")
	case spec.Form == landscape.FlagForm:
		return a.say.T("form.flag")
	}
	return a.say.T("form.one")
}

// ends says which types a kind of relation joins.
func (a *app) ends(link landscape.Link) string {
	spec, ok := landscape.LinkSpecOf(link)
	if !ok {
		return ""
	}
	return a.say.T("form.ends", "Link", string(link), "From", a.types(spec.From), "To", a.types(spec.To))
}

func (a *app) types(types []landscape.Type) string {
	texts := make([]string, len(types))
	for i, t := range types {
		texts[i] = a.say.T("type." + string(t))
	}
	return strings.Join(texts, a.say.T("or"))
}

// mostFaults is how many faults of a file are written out.
const mostFaults = 50

// faults lists what is wrong in a file, each with its line.
func (a *app) faults(fs exchange.Faults) string {
	lines := []string{a.say.N("fault.head", len(fs))}
	for _, f := range fs[:min(len(fs), mostFaults)] {
		lines = append(lines, fmt.Sprintf("  %s: %s", place(f), a.fault(f)))
	}
	if len(fs) > mostFaults {
		lines = append(lines, "  "+a.say.N("fault.more", len(fs)-mostFaults))
	}
	return strings.Join(append(lines, a.say.T("fault.tail")), "\n")
}

// place is FILE:LINE, as editors write and open it.
func place(f exchange.Fault) string {
	if f.Line == 0 {
		return f.File
	}
	return fmt.Sprintf("%s:%d", f.File, f.Line)
}

func (a *app) fault(f exchange.Fault) string {
	if f.Finding != nil {
		return a.finding(*f.Finding)
	}
	return a.say.T("fault."+string(f.Code), "First", arg(f.Args, 0), "Second", arg(f.Args, 1))
}
