package overlapview

import (
	"context"
	"slices"
	"strings"
	"time"

	"snijvlak/internal/desktop/answers"
	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
	"snijvlak/internal/overlap"
)

// pause is how long nobody types before the question is asked.
const pause = 250 * time.Millisecond

// shownAnswer is the answer on the screen.
type shownAnswer struct {
	subject answers.Subject
	answer  overlap.Answer
	// near is a bottleneck on the list that a text seems to be about, or nil.
	near   *landscape.Node
	writer answers.Writer
	tables int
	err    error
}

// askAbout puts a subject in the field and asks.
func (v *View) askAbout(s answers.Subject) {
	v.turn(false)
	v.question.SetText(s.Text)
	v.subject = s
	v.ask()
}

// now is what stands in the field.
func (v *View) now() answers.Subject {
	return answers.Subject{Item: v.subject.Item, Text: strings.TrimSpace(v.subject.Text)}
}

// late says that what is shown is not the answer to what stands in the field.
func (v *View) late() bool { return v.coming || v.shown == nil || v.shown.subject != v.now() }

// typed waits for a pause before it asks.
func (v *View) typed() {
	v.subject = answers.Subject{Text: v.question.Text}
	v.stop()
	v.then = nil
	if v.now().Text == "" {
		v.clear()
		return
	}
	v.coming = true
	v.wait = kit.After(pause, v.ask)
}

func (v *View) stop() {
	if v.wait != nil {
		v.wait()
	}
}

// withAnswer does something with the answer to what stands in the field: now,
// or as soon as it is there.
func (v *View) withAnswer(do func()) {
	if !v.late() {
		do()
		return
	}
	v.then = do
	v.ask()
}

// askNow is the answer to Ctrl+Enter: it goes to the first card, once there is
// one for what stands in the field.
func (v *View) askNow() { v.withAnswer(v.toFirst) }

// toFirst puts the keyboard on the first card.
func (v *View) toFirst() {
	if len(v.cards.Objects) > 0 {
		if card, ok := v.cards.Objects[0].(*kit.Card); ok {
			v.host.Window().Canvas().Focus(card)
		}
	}
}

// ask asks the engine; of several answers only that of the last question is
// shown. Where a person stops it, nothing is done with it.
func (v *View) ask() {
	v.stop()
	s, state := v.now(), v.host.State()
	v.asked++
	number := v.asked
	if s.Text == "" {
		v.clear()
		return
	}
	v.coming = true
	v.host.GoOr(v.words.T("asking.asking"), func(context.Context) func() {
		a := v.answer(s, state)
		return func() {
			if number != v.asked {
				return
			}
			v.coming = false
			v.all = v.all && v.shown != nil && v.shown.subject == s
			v.show(a)
			v.granted()
		}
	}, func() { v.stopped(number) })
}

func (v *View) stopped(number int) {
	if number == v.asked && v.coming {
		v.coming, v.then = false, nil
	}
}

// granted does what was to be done with the answer. A dialog that was opened
// meanwhile comes first: then it is dropped.
func (v *View) granted() {
	do := v.then
	v.then = nil
	if do != nil && v.shown.err == nil && !kit.SheetOpen() {
		do()
	}
}

// answer asks the engine; it runs in the background.
func (v *View) answer(s answers.Subject, state kit.State) *shownAnswer {
	ix := v.host.Overlap()
	a := &shownAnswer{subject: s, writer: answers.Writing(v.words, state.Seen, state.Day, ix)}
	for _, n := range state.Seen.Nodes(landscape.Initiative) {
		if landscape.InForce(n, state.Day) {
			a.tables++
		}
	}
	if s.Item != "" {
		a.answer, a.err = ix.About(s.Item, overlap.Options{})
		return a
	}
	if a.answer, a.err = ix.Query(s.Text, overlap.Options{}); a.err == nil {
		if o, err := ix.OwnerOfText(s.Text); err == nil {
			a.near = o.Bottleneck
		}
	}
	return a
}

// clear says what one can do here.
func (v *View) clear() {
	v.asked++
	v.shown, v.coming, v.then = nil, false, nil
	v.beside.RemoveAll()
	v.verdict.RemoveAll()
	v.cards.RemoveAll()
	v.foot.RemoveAll()
	v.verdict.Add(kit.Tight(kit.Column(kit.Body(v.words.T("asking.empty")))))
	tries := kit.Flow()
	for _, key := range []string{"asking.try.1", "asking.try.2", "asking.try.3"} {
		text := v.words.T(key)
		tries.Add(kit.NewQuiet(text, func() { v.askAbout(answers.Subject{Text: text}) }))
	}
	v.verdict.Add(kit.Gap(kit.Space1))
	v.verdict.Add(tries)
	v.content.Refresh()
}

// remember keeps a question among the last ones.
func (v *View) remember(s answers.Subject) { v.history = remembered(v.history, s) }

// historyMost is how many questions of a session are kept.
const historyMost = 20

// remembered puts a question first. What one goes on typing takes the place of
// what one had typed.
func remembered(history []answers.Subject, s answers.Subject) []answers.Subject {
	if len(history) > 0 {
		last := history[0]
		typedOn := last.Item == "" && s.Item == "" && (strings.HasPrefix(s.Text, last.Text) || strings.HasPrefix(last.Text, s.Text))
		if typedOn {
			history = history[1:]
		}
	}
	history = slices.DeleteFunc(slices.Clone(history), func(h answers.Subject) bool { return h == s })
	history = slices.Insert(history, 0, s)
	return history[:min(len(history), historyMost)]
}

// pickEarlier asks one of the last questions again.
func (v *View) pickEarlier() {
	if len(v.history) == 0 {
		v.host.Notice(v.words.T("asking.history.none"))
		return
	}
	var all []kit.Pickable[answers.Subject]
	for _, s := range v.history {
		all = append(all, kit.Pickable[answers.Subject]{Value: s, Text: s.Text, Detail: string(s.Item)})
	}
	kit.Pick(v.host.Window(), v.words, v.words.T("asking.history"), all, v.askAbout)
}

// pickItem asks about a bottleneck or action that is there.
func (v *View) pickItem() {
	land := v.host.State().Seen
	all := answers.Pickables(v.words, land, nil, landscape.Bottleneck, landscape.Action)
	kit.Pick(v.host.Window(), v.words, v.words.T("asking.pick"), all, func(id landscape.ID) {
		v.Go(kit.Place{Item: id})
	})
}
