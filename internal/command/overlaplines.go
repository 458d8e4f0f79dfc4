package command

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"strings"

	"snijvlak/internal/landscape"
	"snijvlak/internal/overlap"
)

// ahead is how many lines are read before their answers are written.
const ahead = 256

// longest is the most that is read of one line, in bytes.
const longest = 1 << 20

// errLong: a line is longer than can be read.
var errLong = errors.New("the line is too long")

// aLine is one line of input, and its answer when that is there.
type aLine struct {
	text   string
	wrong  error // in reading it
	answer chan []byte
}

// overlapLines answers one text a line, in order, each answer as soon as no
// more input is at hand. What is wrong with a line is its answer.
func (a *app) overlapLines(ctx context.Context, w io.Writer, o overlapOptions) error {
	q, err := a.asking(ctx)
	if err != nil {
		return err
	}
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	todo, order := make(chan *aLine, ahead), make(chan *aLine, ahead)
	for range runtime.GOMAXPROCS(0) {
		go func() {
			for line := range todo {
				line.answer <- a.lineAnswer(q, line, o)
			}
		}()
	}
	read := make(chan error, 1)
	go func() { read <- readLines(ctx, a.In, todo, order) }()
	if err := writeLines(ctx, w, order); err != nil {
		return err
	}
	if err := <-read; err != nil {
		return a.broken("file.not-read", "File", "-")
	}
	return nil
}

// readLines hands out lines to be answered, and the same lines in order.
func readLines(ctx context.Context, r io.Reader, todo, order chan<- *aLine) error {
	defer close(todo)
	defer close(order)
	in := bufio.NewReaderSize(r, 1<<16)
	for ctx.Err() == nil {
		text, err := readLine(in)
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil && !errors.Is(err, errLong):
			return err
		}
		line := &aLine{text, err, make(chan []byte, 1)}
		for _, to := range []chan<- *aLine{todo, order} {
			select {
			case to <- line:
			case <-ctx.Done():
				return ctx.Err()
			}
		}
	}
	return ctx.Err()
}

// writeLines writes the answers in the order of the lines.
func writeLines(ctx context.Context, w io.Writer, order <-chan *aLine) error {
	out := bufio.NewWriterSize(w, 1<<16)
	for {
		select {
		case <-ctx.Done(): // though there may never be another line
			return ctx.Err()
		case line, more := <-order:
			if !more {
				return out.Flush()
			}
			if _, err := out.Write(<-line.answer); err != nil {
				return err
			}
		}
		if len(order) == 0 {
			if err := out.Flush(); err != nil {
				return err
			}
		}
	}
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

// lineAnswer answers one line, as JSON on one line or as a block of text.
func (a *app) lineAnswer(q *asking, line *aLine, o overlapOptions) []byte {
	var answer overlap.Answer
	wrong := line.wrong
	if wrong == nil {
		answer, wrong = q.Query(line.text, overlap.Options{Among: o.among, Top: o.reach()})
	}
	var b bytes.Buffer // writing to it cannot fail
	switch {
	case wrong != nil && a.global.json:
		_ = writeLine(&b, members{{"query", orNull(landscape.MaskBSN(line.text))}, {"error", a.problem(wrong).text}})
	case wrong != nil:
		fmt.Fprintf(&b, "%s\n\n", a.problem(wrong).text)
	case a.global.json:
		_ = writeLine(&b, q.answerJSON(answer))
	default:
		fmt.Fprintln(&b, a.say.T("overlap.asked", "Text", shown(line.text)))
		_ = a.writeAnswer(&b, q, answer, o)
		fmt.Fprintln(&b)
	}
	return b.Bytes()
}
