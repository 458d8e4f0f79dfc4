package command

import (
	"context"
	"strconv"
	"strings"
	"sync"

	"snijvlak/internal/exchange"
	"snijvlak/internal/landscape"
	"snijvlak/internal/overlap"
)

// This file makes the landscape ready for questions, and reads those.

// asking is a landscape that can be asked what works on a text.
type asking struct {
	*look
	*overlap.Index
}

// asking makes what was so on the day that is looked at ready for questions.
// The word lists are read by those commands only that need them, and while the
// file is read.
func (a *app) asking(ctx context.Context) (*asking, error) {
	words := sync.OnceValues(exchange.ShippedWords)
	go words()
	l, err := a.view(ctx)
	if err != nil {
		return nil, err
	}
	lists, err := words()
	if err != nil {
		return nil, err
	}
	v := &look{Landscape: l, day: a.global.day, say: a.say}
	return &asking{v, overlap.New(lists).Index(l, a.global.day)}, nil
}

// question joins the words that were typed; what is no text becomes a mark.
func question(words []string) string {
	return strings.ToValidUTF8(strings.Join(words, " "), "\uFFFD")
}

// noBSN refuses a text with what may be a citizen service number. The number
// is never repeated.
func (a *app) noBSN(text string) error {
	if landscape.HasBSN(text) {
		return overlap.ErrBSN
	}
	return nil
}

// topOf reads --top; 0 is as many as is usual.
func (a *app) topOf(typed string) (int, error) {
	if typed == "" {
		return 0, nil
	}
	n, err := strconv.Atoi(strings.TrimSpace(typed))
	if err != nil || n < 1 {
		return 0, a.wrong("wrong.number", "Option", "--top", "Value", typed)
	}
	return n, nil
}
