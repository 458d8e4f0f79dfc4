package command

import (
	"context"
	"io"
	"slices"

	"github.com/spf13/cobra"

	"snijvlak/internal/landscape"
	"snijvlak/internal/overlap"
)

// amongst are the values of --among with the types they stand for.
var amongst = map[string][]landscape.Type{
	"initiatives": {landscape.Initiative},
	"bottlenecks": {landscape.Bottleneck},
	"actions":     {landscape.Action},
	"all":         {landscape.Initiative, landscape.Bottleneck, landscape.Action},
}

var amongChoices = []string{"initiatives", "bottlenecks", "actions", "all"}

// Numbers of candidates: the cards for people, and those for programs.
const (
	cardsMost      = 3
	candidatesMost = 10
)

// overlapOptions are the options of overlap, read.
type overlapOptions struct {
	among []landscape.Type
	// top is how many candidates were asked for; 0 is as many as is usual.
	top int
}

func (a *app) overlapCommand() *cobra.Command {
	var among, top string
	c := a.command("overlap", "read", func(c *cobra.Command, args []string) error {
		o, err := a.overlapOptions(among, top)
		switch {
		case err != nil:
			return err
		case len(args) == 1 && args[0] == "-":
			return a.overlapLines(c.Context(), a.Out, o)
		}
		return a.overlap(c.Context(), a.Out, question(args), o)
	})
	c.Args = a.count(1, -1)
	c.Flags().StringVar(&among, "among", "", a.optionText("opt.overlap.among", "among", amongChoices))
	c.Flags().StringVar(&top, "top", "", a.say.T("opt.overlap.top"))
	c.AddCommand(a.matrixCommand())
	return c
}

func (a *app) overlapOptions(among, top string) (overlapOptions, error) {
	o := overlapOptions{among: amongst["initiatives"]}
	if among != "" {
		value, err := a.choice("--among", "among", amongChoices, among)
		if err != nil {
			return o, err
		}
		o.among = amongst[value]
	}
	var err error
	o.top, err = a.topOf(top)
	return o, err
}

// overlap answers one text.
func (a *app) overlap(ctx context.Context, w io.Writer, text string, o overlapOptions) error {
	if err := a.noBSN(text); err != nil {
		return err
	}
	q, err := a.asking(ctx)
	if err != nil {
		return err
	}
	answer, err := q.Query(text, overlap.Options{Among: o.among, Top: o.reach()})
	if err != nil {
		return err
	}
	if a.global.json {
		return writeJSON(w, q.answerJSON(answer))
	}
	if err := a.writeAnswer(w, q, answer, o); err != nil {
		return err
	}
	return a.writeNext(w, q, answer, o)
}

// reach is how many candidates to ask the engine for.
func (o overlapOptions) reach() int {
	if o.top > 0 {
		return o.top
	}
	return candidatesMost
}

// cards is how many candidates to show people.
func (o overlapOptions) cards() int {
	if o.top > 0 {
		return o.top
	}
	return cardsMost
}

// onlyInitiatives says that only tables and programmes were looked at.
func (o overlapOptions) onlyInitiatives() bool { return slices.Equal(o.among, amongst["initiatives"]) }

// writeAnswer writes an answer for people: the verdict with what to do, the
// cards, and what more there is.
func (a *app) writeAnswer(w io.Writer, q *asking, answer overlap.Answer, o overlapOptions) error {
	c := a.cards(q)
	c.line(marks[answer.Verdict] + " " + a.verdictText(q, answer, o))
	c.candidates(answer.Candidates, o.cards())
	if missing := nowhere(answer); len(missing) > 0 {
		c.line("\n" + a.say.T("overlap.missing", "Words", quoted(missing)))
	}
	n := len(telling(answer.Candidates, o.cards()))
	if rest := len(answer.Candidates) - n; rest > 0 && n > 0 {
		c.line("\n" + a.say.N("overlap.more", rest, "Top", len(answer.Candidates)))
	}
	_, err := io.WriteString(w, c.String())
	return err
}

// writeNext says what to type next.
func (a *app) writeNext(w io.Writer, q *asking, answer overlap.Answer, o overlapOptions) error {
	c := a.cards(q)
	found := telling(answer.Candidates, o.cards())
	switch {
	case isEmpty(answer):
		return nil
	case answer.Verdict == overlap.None || len(found) == 0:
		c.line("\n" + a.say.T("overlap.next-none"))
	default:
		c.line("\n" + a.say.T("overlap.next", "ID", string(found[0].Node.ID)))
	}
	_, err := io.WriteString(w, c.String())
	return err
}

// isEmpty: there was no word to look for.
func isEmpty(answer overlap.Answer) bool { return len(answer.Candidates)+len(answer.Missing) == 0 }

// nowhere gives the weighty words that no candidate has, not even to leave
// them out.
func nowhere(answer overlap.Answer) []string {
	return filtered(answer.Missing, func(word string) bool {
		return !slices.ContainsFunc(answer.Candidates, func(c overlap.Candidate) bool {
			return slices.ContainsFunc(c.Reasons, func(r overlap.Reason) bool { return r.Query == word })
		})
	})
}

// verdictText says what was found and what to do next.
func (a *app) verdictText(q *asking, answer overlap.Answer, o overlapOptions) string {
	if isEmpty(answer) {
		return a.say.T("overlap.empty")
	}
	subject := "tables"
	if !o.onlyInitiatives() {
		subject = "items"
	}
	if answer.Verdict != overlap.None {
		return a.say.T("overlap." + string(answer.Verdict) + "-" + subject)
	}
	text := a.say.N("overlap.none-"+subject, len(q.Nodes(o.among...)))
	if len(answer.Candidates) > 0 {
		return text + " " + a.say.T("overlap.nearest")
	}
	return text
}
