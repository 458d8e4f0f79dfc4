package answers

import (
	"strings"

	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
	"snijvlak/internal/overlap"
)

// copiedMost is how many candidates a copied answer has.
const copiedMost = 3

// Copied is an answer with its reasons and sources as plain text, for a memo or
// a mail. Lines stand between the question and the candidates.
func Copied(w Writer, question string, lines []string, candidates []overlap.Candidate) string {
	t := w.Words.T
	text := append([]string{t("answers.copy.question", "Text", question)}, lines...)
	for _, o := range Telling(candidates, copiedMost) {
		text = append(text, "", "- "+w.heading(o.Node))
		told := w.Tell(o)
		for _, but := range told.But {
			text = append(text, "  "+t("card.but")+": "+but)
		}
		for _, why := range told.Why {
			text = append(text, "  "+t("card.why")+": "+shown(why))
		}
		if len(told.Missing) > 0 {
			text = append(text, "  "+t("card.missing")+": "+strings.Join(told.Missing, ", "))
		}
		if from := w.sources(o.Node); from != "" {
			text = append(text, "  "+t("answers.copy.sources", "Sources", from))
		}
	}
	return strings.Join(append(text, "", t("answers.copy.day", "Day", w.Words.Date(w.Day)), ""), "\n")
}

func (w Writer) heading(n *landscape.Node) string {
	text := n.Name() + " (" + kit.KindText(w.Words, n)
	if n.Type == landscape.Initiative {
		text += ", " + kit.StatusText(w.Words, n, w.Day)
	}
	return text + ")"
}

// sources are the documents that tell what an item is for.
func (w Writer) sources(n *landscape.Node) string {
	var names []string
	seen := map[landscape.ID]bool{}
	for _, field := range []landscape.Field{landscape.Name, landscape.Goal, landscape.TargetGroup, landscape.Activities} {
		claim, _ := n.Claim(field)
		for _, e := range claim.Evidence {
			if e.Document != "" && !seen[e.Document] {
				seen[e.Document] = true
				names = append(names, w.Source(e))
			}
		}
	}
	return strings.Join(names, "; ")
}

// Source is where a fact comes from, in words.
func (w Writer) Source(e landscape.Evidence) string {
	text := e.Note
	if e.Document != "" {
		text = w.Name(e.Document)
	}
	if e.Section != "" {
		text += ", " + e.Section
	}
	return text
}
