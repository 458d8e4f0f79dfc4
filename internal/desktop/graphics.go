package desktop

import (
	"bytes"
	"io"
	"log"
	"os"
	"sync"

	"snijvlak/internal/words"
)

// watchGraphics tells the user why there will be no window, and ends the
// program. The toolkit only writes that to the log, which nobody reads on
// Windows; so we read along.
func watchGraphics(w *words.Words) {
	var once sync.Once
	log.SetOutput(&graphicsWatch{log: os.Stderr, fail: func(key string) {
		once.Do(func() {
			told := make(chan struct{})
			go func() { // not on the UI goroutine: a message box handles its events
				alert("Snijvlak", w.T(key))
				close(told)
			}()
			<-told
			os.Exit(1)
		})
	}})
}

// graphicsFailures are the toolkit's words for a window that cannot be, with
// the key of what we say.
var graphicsFailures = map[string]string{
	"failed to initialise GLFW":   "window.nodisplay",
	"window creation error":       "window.nographics",
	"failed to initialise OpenGL": "window.nographics",
	// GLFW only logs these, and the toolkit goes on without a window
	"PlatformError: WGL:": "window.nographics",
	"PlatformError: GLX:": "window.nographics",
	"PlatformError: EGL:": "window.nographics",
}

// graphicsWatch passes the log on, and calls fail at a failure to open a window.
type graphicsWatch struct {
	log  io.Writer
	fail func(key string)
}

func (g *graphicsWatch) Write(line []byte) (int, error) {
	_, _ = g.log.Write(line) // a Windows program has no place to write to
	for failure, key := range graphicsFailures {
		if bytes.Contains(line, []byte(failure)) {
			g.fail(key)
		}
	}
	return len(line), nil
}
