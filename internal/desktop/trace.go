package desktop

import (
	"fmt"
	"image/color"
	"log"
	"os"
	"sync"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"snijvlak/internal/desktop/kit"
)

// traced says that times are wanted on standard error.
var traced = os.Getenv("SNIJVLAK_TRACE") != ""

// begun is when this package was initialised, soon after the process began.
var begun = time.Now()

// trace writes what happened and how long ago the program began; never a text
// of the landscape. Package e2e waits for these lines.
func trace(format string, args ...any) {
	if traced {
		log.Printf("trace %6d ms %s", time.Since(begun).Milliseconds(), fmt.Sprintf(format, args...))
	}
}

// watchdog reports each callback that holds the UI goroutine for too long, and
// each dialog.
func watchdog() {
	if !traced {
		return
	}
	kit.OnSheet = func(asks bool) {
		if asks {
			trace("form shown")
		} else {
			trace("message shown")
		}
	}
	kit.Watch(func(held time.Duration) {
		if held > kit.Slow {
			log.Printf("trace the UI goroutine was held %d ms", held.Milliseconds())
		}
	})
}

// firstFrame is a dot that cannot be seen and tells when it is first drawn.
func firstFrame() fyne.CanvasObject {
	var once sync.Once
	dot := canvas.NewRasterWithPixels(func(int, int, int, int) color.Color {
		once.Do(func() { kit.Do(func() { trace("first frame drawn") }) })
		return color.Transparent
	})
	dot.Resize(fyne.NewSquareSize(1))
	return dot
}
