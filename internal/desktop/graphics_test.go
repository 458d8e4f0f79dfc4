package desktop

import (
	"bytes"
	"testing"
)

func TestTheLogTellsThatThereWillBeNoWindow(t *testing.T) {
	for line, want := range map[string]string{
		"Fyne error:  window creation error\n":           "window.nographics",
		"PlatformError: WGL: no support for OpenGL\n":    "window.nographics",
		"Fyne error:  failed to initialise GLFW\n":       "window.nodisplay",
		"Fyne error:  Error parsing user locale C\n":     "",
		"2026/11/23 trace     54 ms first frame drawn\n": "",
	} {
		var log bytes.Buffer
		told := ""
		watch := &graphicsWatch{log: &log, fail: func(key string) { told = key }}
		if n, err := watch.Write([]byte(line)); n != len(line) || err != nil {
			t.Errorf("%q: %d, %v", line, n, err)
		}
		if told != want || log.String() != line {
			t.Errorf("%q: told %q, logged %q", line, told, log.String())
		}
	}
}
