package command

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"snijvlak/internal/overlap"
)

// longest is the most that is read of one line, in bytes.
const longest = 1 << 20

// errLong: a line is longer than can be read.
var errLong = errors.New("the line is too long")

// overlapLines answers one text a line, in order, each answer as soon as no
// more input is at hand. What is wrong with a line is its answer.
func (a *app) overlapLines(ctx context.Context, w io.Writer, o overlapOptions) error {
	q, err := a.asking(ctx)
	if err != nil {
		return err
	}
	in, out := bufio.NewReaderSize(a.In, 1<<16), bufio.NewWriterSize(w, 1<<16)
	for ctx.Err() == nil {
		text, err := readLine(in)
		if errors.Is(err, io.EOF) {
			return out.Flush()
		}
		if err != nil && !errors.Is(err, errLong) {
			return errors.Join(out.Flush(), a.broken("file.not-read", "File", "-"))
		}
		if err := a.overlapLine(out, q, text, err, o); err != nil {
			return err
		}
		if in.Buffered() == 0 {
			if err := out.Flush(); err != nil {
				return err
			}
		}
	}
	return ctx.Err()
}

// readLine reads a line without its end. It reads all of a line that is too
// long, and gives none of it.
func readLine(in *bufio.Reader) (string, error) {
	var b strings.Builder
	long := false
	for {
		part, err := in.ReadSlice('\n')
		long = long || b.Len()+len(part) > longest
		if !long {
			b.Write(part)
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case err != nil && !(errors.Is(err, io.EOF) && (long || b.Len() > 0)):
			return "", err
		case long:
			return "", errLong
		}
		line := strings.TrimPrefix(strings.TrimRight(b.String(), "\r\n"), "\uFEFF")
		return question([]string{line}), nil
	}
}

// overlapLine answers one line; wrong is what was wrong with reading it.
func (a *app) overlapLine(w io.Writer, q *asking, text string, wrong error, o overlapOptions) error {
	var answer overlap.Answer
	if wrong == nil {
		answer, wrong = q.Query(text, overlap.Options{Among: o.among, Top: o.reach()})
	}
	switch {
	case wrong != nil && a.global.json:
		return writeLine(w, members{{"query", nil}, {"error", a.problem(wrong).text}})
	case wrong != nil:
		_, err := fmt.Fprintf(w, "%s\n\n", a.problem(wrong).text)
		return err
	case a.global.json:
		return writeLine(w, q.answerJSON(answer))
	}
	if _, err := fmt.Fprintf(w, "%s\n", a.say.T("overlap.asked", "Text", shown(text))); err != nil {
		return err
	}
	if err := a.writeAnswer(w, q, answer, o); err != nil {
		return err
	}
	_, err := fmt.Fprintln(w)
	return err
}
