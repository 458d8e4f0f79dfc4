package figure

import (
	"io"
	"sync"
	"testing"

	"snijvlak/internal/scene"
)

// The window draws a figure while another is being exported.
func TestPaintersWorkAtOnce(t *testing.T) {
	s := fixture()
	var all sync.WaitGroup
	for range 3 {
		for _, write := range []func() error{
			func() error { return WriteSVG(io.Discard, s) },
			func() error { return WritePDF(io.Discard, []scene.Scene{s}, PDFInfo{}) },
			func() error { return WritePNG(io.Discard, s, 72) },
		} {
			all.Go(func() {
				if err := write(); err != nil {
					t.Error(err)
				}
			})
		}
	}
	all.Wait()
}
