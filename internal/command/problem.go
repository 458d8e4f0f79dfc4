package command

import (
	"errors"
	"fmt"

	"snijvlak/internal/landscape"
)

// problem is an error that is a sentence already.
type problem struct {
	code int
	text string
}

func (p *problem) Error() string { return p.text }

// wrong is a wrong use of the program, in the words of a key.
func (a *app) wrong(key string, pairs ...any) error {
	return &problem{exitUse, a.say.T(key, pairs...)}
}

// broken is a fault of a file or of the data, in the words of a key.
func (a *app) broken(key string, pairs ...any) error {
	return &problem{exitFault, a.say.T(key, pairs...)}
}

// errFound ends a command whose answer is "no": it has been written already.
var errFound = errors.New("there are findings")

// report tells what went wrong, if anything, and answers the exit code.
func (a *app) report(err error) int {
	if err == nil {
		return exitDone
	}
	if errors.Is(err, errFound) {
		return exitFound
	}
	p := a.problem(err)
	a.tell("%s", p.text)
	return p.code
}

// tell writes a message to standard error. What is written there may end up in
// a log, so it repeats no number or address of a person.
func (a *app) tell(format string, args ...any) {
	fmt.Fprintln(a.Err, landscape.Mask(fmt.Sprintf(format, args...)))
}

// answer writes a sentence to standard output.
func (a *app) answer(key string, pairs ...any) error {
	_, err := fmt.Fprintln(a.Out, a.say.T(key, pairs...))
	return err
}
