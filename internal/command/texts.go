package command

import (
	"strings"

	"github.com/spf13/pflag"
)

// texts is an option that may be repeated. Unlike pflag's own it shows its
// placeholder in the language of the help.
type texts struct {
	to          *[]string
	placeholder string
}

// textsOption adds an option; kind is that of its placeholder.
func (a *app) textsOption(f *pflag.FlagSet, name, kind, help string) *[]string {
	to := new([]string)
	f.Var(texts{to, a.say.T("placeholder." + kind)}, name, help)
	return to
}

// Set adds a value.
func (t texts) Set(value string) error {
	*t.to = append(*t.to, value)
	return nil
}

// String is the value so far; pflag takes the empty text for "no default".
func (t texts) String() string {
	if t.to == nil {
		return ""
	}
	return strings.Join(*t.to, ", ")
}

// Type is what help shows for the value.
func (t texts) Type() string { return t.placeholder }
