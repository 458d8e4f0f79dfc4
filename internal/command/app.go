package command

import (
	"slices"
	"strconv"

	"github.com/spf13/cobra"

	"snijvlak/internal/landscape"
	"snijvlak/internal/words"
	"snijvlak/internal/workspace"
)

// app is one run of the program.
type app struct {
	Env
	say    *words.Words
	global globals
	// ws is opened when a command first asks for it.
	ws *workspace.Workspace
	// naming has the names for findings; nil leaves them with their ids.
	naming *landscape.Landscape
}

// globals are the options that may stand anywhere, as typed and as understood.
type globals struct {
	file, asOf, at, lang, author, audience string

	json bool
	day  landscape.Date
	seq  uint64
	// notBSN says what a number is that looks like a citizen service number.
	notBSN string
	// sees is who the output is for; "" is the user's own screen.
	sees landscape.Audience
}

// changes marks the commands that write, which refuse to look back.
const changes = "changes"

// Its values: with aims --for is what is changed, and not a way to look.
const (
	yes  = "yes"
	aims = "aims"
)

func (a *app) addGlobals(root *cobra.Command) {
	f := root.PersistentFlags()
	f.SortFlags = false
	f.StringVar(&a.global.file, "file", "", a.say.T("opt.file"))
	f.StringVar(&a.global.asOf, "as-of", "", a.say.T("opt.as-of"))
	f.StringVar(&a.global.at, "at", "", a.say.T("opt.at"))
	f.StringVar(&a.global.lang, "lang", "", a.say.T("opt.lang"))
	f.BoolVar(&a.global.json, "json", false, a.say.T("opt.json"))
	f.StringVar(&a.global.author, "author", "", a.say.T("opt.author"))
	f.StringVar(&a.global.audience, "for", "", a.say.T("opt.for"))
	f.StringVar(&a.global.notBSN, "not-bsn", "", a.say.T("opt.not-bsn"))
	f.BoolP("help", "h", false, a.say.T("opt.help"))
}

// understand reads the values of the global options.
func (a *app) understand(c *cobra.Command, _ []string) error {
	g := &a.global
	if given(c, "lang") && !slices.Contains(words.Langs, g.lang) {
		return a.wrong("wrong.lang", "Value", g.lang)
	}
	if c.Annotations[changes] != "" && (given(c, "as-of") || given(c, "at")) {
		return a.wrong("wrong.looks-back", "Command", c.CommandPath())
	}
	if c.Annotations[changes] == yes && given(c, "for") {
		return a.wrong("wrong.for-changes", "Command", c.CommandPath())
	}
	g.day = landscape.DateOf(a.Now())
	if given(c, "as-of") {
		day, err := a.date("--as-of", g.asOf)
		if err != nil {
			return err
		}
		g.day = day.Last()
	}
	if given(c, "at") {
		n, err := strconv.ParseUint(g.at, 10, 64)
		if err != nil || n == 0 {
			return a.wrong("wrong.number", "Option", "--at", "Value", g.at)
		}
		g.seq = n
	}
	if given(c, "for") {
		sees, err := a.choice("--for", "audience", names(landscape.Audiences), g.audience)
		if err != nil {
			return err
		}
		g.sees = landscape.Audience(sees)
	}
	return nil
}

// given says whether an option stands on the command line.
func given(c *cobra.Command, option string) bool { return c.Flags().Changed(option) }

// names gives the values of a list of named strings.
func names[S ~string](list []S) []string {
	texts := make([]string, len(list))
	for i, s := range list {
		texts[i] = string(s)
	}
	return texts
}
