package torture

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
)

// child is this test program as another process; it says what it does on its
// output, a line at a time.
type child struct {
	*exec.Cmd
	input  io.WriteCloser
	output *bufio.Reader
	faults strings.Builder
}

// start starts a part, under another program when one is given.
func start(under []string, part string, args ...string) (*child, error) {
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	line := append(append(append([]string(nil), under...), self), args...)
	c := &child{Cmd: exec.Command(line[0], line[1:]...)}
	c.Env = append(os.Environ(), partVariable+"="+part, "GORACE=atexit_sleep_ms=0", "GOGC=off", "GOMEMLIMIT=256MiB")
	c.Stderr = &c.faults
	input, err1 := c.StdinPipe()
	output, err2 := c.StdoutPipe()
	if err := errors.Join(err1, err2); err != nil {
		return nil, err
	}
	c.input, c.output = input, bufio.NewReaderSize(output, 1<<20)
	return c, c.Start()
}

// lines reads what is left of the output and waits for the end.
func (c *child) lines() ([]string, error) {
	var list []string
	for {
		line, err := c.output.ReadString('\n')
		if err != nil {
			break
		}
		list = append(list, strings.TrimSuffix(line, "\n"))
	}
	if err := c.Wait(); err != nil {
		return list, fmt.Errorf("%w: %s", err, strings.TrimSpace(c.faults.String()))
	}
	return list, nil
}

// say writes a line at once, in one call of the system.
func say(format string, args ...any) {
	_, _ = os.Stdout.WriteString(fmt.Sprintf(format, args...) + "\n")
}
