package torture

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"time"
)

// lookPart looks at files, a path a line, and answers each with a sight, so
// that a file that brings the process down is found out.
func lookPart([]string) {
	input := bufio.NewScanner(os.Stdin)
	for input.Scan() {
		path, thorough := strings.CutPrefix(input.Text(), "thorough ")
		s := look(path)
		if thorough {
			s.search(path)
		}
		text, err := json.Marshal(s)
		if err != nil {
			panic(err)
		}
		say("%s", text)
	}
}

// inspector is a process that looks at files.
type inspector struct{ *child }

func newInspector() (inspector, error) {
	c, err := start(nil, "look")
	return inspector{c}, err
}

// hang is how long a look may take before it counts as one without an end.
const hang = time.Minute

// look answers the sight of a file; an error means that the process died or
// hung.
func (i inspector) look(path string) (s sight, err error) {
	if _, err := fmt.Fprintln(i.input, path); err != nil {
		return s, fmt.Errorf("the looking process is gone: %w", err)
	}
	late := time.AfterFunc(hang, func() { _ = i.Process.Kill() })
	defer late.Stop()
	text, err := i.output.ReadBytes('\n')
	if err != nil {
		_, err = i.lines()
		return s, fmt.Errorf("the looking process died: %w", err)
	}
	return s, json.Unmarshal(text, &s)
}

func (i inspector) end() {
	_ = i.input.Close()
	_, _ = i.lines()
}

// thorough asks for a search of the file too, which may write to it.
func (i inspector) thorough(path string) (sight, error) { return i.look("thorough " + path) }
