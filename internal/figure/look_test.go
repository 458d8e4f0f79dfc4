package figure

import (
	"os"
	"path/filepath"
	"testing"

	"snijvlak/internal/scene"
)

// TestLook writes the three pictures to $LOOK, to be looked at.
func TestLook(t *testing.T) {
	dir := os.Getenv("LOOK")
	if dir == "" {
		t.Skip("LOOK is not set")
	}
	s := fixture()
	create := func(name string, write func(*os.File) error) {
		f, err := os.Create(filepath.Join(dir, name)) //nolint:gosec // the one who tests says where
		if err != nil {
			t.Fatal(err)
		}
		if err := write(f); err != nil {
			t.Fatal(err)
		}
		if err := f.Close(); err != nil {
			t.Fatal(err)
		}
	}
	create("f.svg", func(f *os.File) error { return WriteSVG(f, s) })
	create("f.pdf", func(f *os.File) error { return WritePDF(f, []scene.Scene{s, s}, PDFInfo{}) })
	create("f.png", func(f *os.File) error { return WritePNG(f, s, 0) })
}
