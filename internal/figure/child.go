package figure

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"time"
)

// ChildArg is the hidden argument by which a program of ours becomes a layout
// engine: main calls RunChild and exits when it is the first argument.
const ChildArg = "__layout"

// RunChild is the child's side of LayoutInChild: DOT from in, JSON to out.
// Main writes the error to standard error and exits with 1.
func RunChild(in io.Reader, out io.Writer) error {
	dot, err := io.ReadAll(io.LimitReader(in, MaxDOT+1))
	if err != nil {
		return fmt.Errorf("reading the graph: %w", err)
	}
	placed, err := Layout(context.Background(), dot)
	if err != nil {
		return err
	}
	_, err = out.Write(placed)
	return err
}

// LayoutInChild is Layout in a process of its own, which is killed when ctx
// ends: for a graph that may take seconds, and memory that is given back. The
// program itself is run again with ChildArg.
func LayoutInChild(ctx context.Context, dot []byte) ([]byte, error) {
	if err := checkDOT(dot); err != nil {
		return nil, err
	}
	self, err := os.Executable()
	if err != nil {
		return nil, fmt.Errorf("the program cannot find itself: %w", err)
	}
	out, complaint := capped{max: MaxLayout}, capped{max: 4 << 10}
	child := exec.CommandContext(ctx, self, ChildArg) //nolint:gosec // ourselves
	child.Stdin, child.Stdout, child.Stderr = bytes.NewReader(dot), &out, &complaint
	child.WaitDelay = time.Second
	err = child.Run()
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	if err != nil {
		return nil, fmt.Errorf("%w: %w: %s", ErrNoLayout, err, strings.TrimSpace(complaint.String()))
	}
	return out.Bytes(), checkLayout(out.Bytes())
}

// capped is a buffer that refuses more than max bytes. It hides the buffer's
// ReadFrom, which would go round the limit.
type capped struct {
	buf bytes.Buffer
	max int
}

func (c *capped) Write(p []byte) (int, error) {
	if c.buf.Len()+len(p) > c.max {
		return 0, errors.New("too much output")
	}
	return c.buf.Write(p)
}

func (c *capped) Bytes() []byte  { return c.buf.Bytes() }
func (c *capped) String() string { return c.buf.String() }
