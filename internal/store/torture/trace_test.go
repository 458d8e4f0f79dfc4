package torture

import (
	"bufio"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// changing are the calls of the system that a writer of a file makes, by
// whatever name; what changes a file in another way the model refuses.
const changing = "openat,close,lseek,write,pwrite64,writev,pwritev,pwritev2,ftruncate,truncate,fallocate," +
	"fsync,fdatasync,sync_file_range,msync,rename,renameat,renameat2,link,linkat,unlink,unlinkat," +
	"copy_file_range,sendfile,splice,dup,dup2,dup3"

// call is one call that a process made, after it returned.
type call struct {
	thread string
	name   string
	args   []string
	result int64
	failed bool
}

// tracer is the line before a command that writes down its calls; extra are
// further options of strace.
func tracer(to string, extra ...string) []string {
	line := []string{"strace", "-f", "-qqq", "-xx", "-s", "16777216", "-o", to}
	return append(line, extra...)
}

// needStrace skips a test where processes cannot be traced.
func needStrace(t *testing.T) {
	t.Helper()
	out, err := exec.Command("strace", "-f", "-o", os.DevNull, "true").CombinedOutput()
	if errors.Is(err, exec.ErrNotFound) {
		t.Skip("NOT TESTED: strace is missing; install it with: .ci/packages strace=strace")
	}
	if err != nil {
		t.Skipf("NOT TESTED: strace may not trace here: %v, %s", err, out)
	}
}

// readTrace reads what strace wrote, joining calls that another thread
// interrupted. Touched says that a fault was put in.
func readTrace(path string) (calls []call, touched bool, err error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, false, err
	}
	defer file.Close()
	begun := map[string]string{} // by thread
	input := bufio.NewScanner(file)
	input.Buffer(nil, 1<<28)
	for input.Scan() {
		thread, text, _ := strings.Cut(input.Text(), " ")
		text = strings.TrimLeft(text, " ")
		if first, cut := strings.CutSuffix(text, " <unfinished ...>"); cut {
			begun[thread] = first
			continue
		}
		if strings.HasPrefix(text, "<... ") {
			_, rest, _ := strings.Cut(text, " resumed>")
			text = begun[thread] + rest
		}
		touched = touched || strings.HasSuffix(text, "(INJECTED)")
		if c, ok := parseCall(text); ok {
			c.thread = thread
			calls = append(calls, c)
		}
	}
	return calls, touched, input.Err()
}

// parseCall reads "name(args) = result ERROR"; a line that is none is passed
// over. Texts are in hexadecimal, so that no sign in them can mislead.
func parseCall(text string) (c call, ok bool) {
	head, tail, ok := strings.Cut(text, ") = ")
	if !ok {
		if head, tail, ok = strings.Cut(text, ")"); !ok {
			return c, false
		}
		tail = strings.TrimLeft(tail, " =")
	}
	name, args, ok := strings.Cut(head, "(")
	if !ok {
		return c, false
	}
	number, _, _ := strings.Cut(tail, " ")
	result, err := strconv.ParseInt(number, 0, 64)
	if err != nil {
		return c, false
	}
	return call{name: name, args: strings.Split(args, ", "), result: result, failed: result < 0}, true
}

// number answers an argument as a number.
func (c call) number(i int) int64 {
	n, err := strconv.ParseInt(c.args[i], 0, 64)
	if err != nil {
		panic(fmt.Sprintf("%s has no number %d: %q", c.name, i, c.args))
	}
	return n
}

// bytes answers an argument as text.
func (c call) bytes(i int) []byte {
	text := c.args[i]
	if !strings.HasPrefix(text, `"`) || !strings.HasSuffix(text, `"`) {
		panic(fmt.Sprintf("%s has no whole text %d: %.80q", c.name, i, text))
	}
	text = strings.ReplaceAll(text[1:len(text)-1], `\x`, "")
	b, err := hex.DecodeString(text)
	if err != nil {
		panic(err)
	}
	return b
}

// path answers an argument as a cleaned path.
func (c call) path(i int) string { return filepath.Clean(string(c.bytes(i))) }

// said answers what the call wrote on the output of its process.
func (c call) said() string {
	if c.name != "write" || c.number(0) != 1 {
		return ""
	}
	return string(c.bytes(1))
}
