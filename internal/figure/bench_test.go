package figure_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"snijvlak/internal/exchange"
	"snijvlak/internal/figure"
	"snijvlak/internal/landscape"
	"snijvlak/internal/scene"
)

// The benchmarks compare with native dot on the same DOT, in pairs in one run:
// x-native is the median of ours over the median of dot's, so 1.5 is half as
// long again. `make bench` runs them; nothing passes or fails by them.

// boxCounts are the sizes: the shipped overview, and larger ones.
var boxCounts = []int{26, 100, 300}

// sized is a landscape whose overview has about n boxes.
func sized(b *testing.B, n int) *landscape.Landscape {
	if n <= 26 {
		return shipped(b)
	}
	return crowd(b, n-26)
}

// BenchmarkWholeCommand times `snijvlakctl figure out.svg` as a process.
func BenchmarkWholeCommand(b *testing.B) {
	dir := b.TempDir()
	ctl := filepath.Join(dir, "snijvlakctl")
	build := exec.Command("go", "build", "-o", ctl, "snijvlak/cmd/snijvlakctl")
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := build.CombinedOutput(); err != nil {
		b.Fatalf("%v: %s", err, out)
	}
	for _, n := range boxCounts {
		b.Run(fmt.Sprintf("boxes=%d", n), func(b *testing.B) {
			l := sized(b, n)
			file, dot := prepare(b, dir, ctl, l, n)
			ours := func() error {
				return exec.Command(ctl, "--file", file, "--as-of", days[0], "figure", filepath.Join(dir, "out.svg")).Run()
			}
			compare(b, ours, native(dot))
		})
	}
}

// prepare writes a landscape file and the DOT of its overview.
func prepare(b *testing.B, dir, ctl string, l *landscape.Landscape, n int) (file, dot string) {
	b.Helper()
	yaml := filepath.Join(dir, fmt.Sprintf("%d.yaml", n))
	var text bytes.Buffer
	if err := exchange.WriteYAML(&text, l, exchange.Label{}); err != nil {
		b.Fatal(err)
	}
	file, dot = filepath.Join(dir, fmt.Sprintf("%d.snijvlak", n)), filepath.Join(dir, fmt.Sprintf("%d.dot", n))
	if err := os.WriteFile(yaml, text.Bytes(), 0o600); err != nil {
		b.Fatal(err)
	}
	if out, err := exec.Command(ctl, "--file", file, "init", "--from", yaml).CombinedOutput(); err != nil {
		b.Fatalf("%v: %s", err, out)
	}
	return file, writeDOT(b, dot, l)
}

// writeDOT writes all pages of the overview into one file, as dot reads it.
func writeDOT(b *testing.B, path string, l *landscape.Landscape) string {
	b.Helper()
	pages, err := render(l, overviewRequest(), "dot")
	if err != nil {
		b.Fatal(err)
	}
	if err := os.WriteFile(path, bytes.Join(pages, nil), 0o600); err != nil {
		b.Fatal(err)
	}
	return path
}

func native(dot string) func() error {
	return func() error { return exec.Command("dot", "-Tsvg", "-o", dot+".svg", dot).Run() }
}

// BenchmarkWarm times layout and drawing in a process that is under way
// against dot as a process, which is all that dot can be.
func BenchmarkWarm(b *testing.B) {
	for _, n := range boxCounts {
		b.Run(fmt.Sprintf("boxes=%d", n), func(b *testing.B) {
			l := sized(b, n)
			dot := writeDOT(b, filepath.Join(b.TempDir(), "x.dot"), l)
			compare(b, func() error { _, err := render(l, overviewRequest(), "svg"); return err }, native(dot))
		})
	}
}

// compare runs the two in turn and reports the medians and their ratio.
func compare(b *testing.B, ours, theirs func() error) {
	b.Helper()
	if err := ours(); err != nil { // warm caches
		b.Fatal(err)
	}
	var a, z []time.Duration
	for b.Loop() {
		a, z = append(a, timed(b, ours)), append(z, timed(b, theirs))
	}
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(ms(a), "ms-ours")
	b.ReportMetric(ms(z), "ms-native")
	b.ReportMetric(ms(a)/ms(z), "x-native")
}

func timed(b *testing.B, f func() error) time.Duration {
	b.Helper()
	start := time.Now()
	if err := f(); err != nil {
		b.Fatal(err)
	}
	return time.Since(start)
}

func ms(ds []time.Duration) float64 {
	slices.Sort(ds)
	return float64(ds[len(ds)/2].Microseconds()) / 1000
}

// BenchmarkFormats times each format of the shipped overview, warm.
func BenchmarkFormats(b *testing.B) {
	p, err := scene.New(shipped(b), overviewRequest())
	if err != nil {
		b.Fatal(err)
	}
	for _, format := range figure.Formats {
		b.Run(format, func(b *testing.B) {
			for b.Loop() {
				if _, err := figure.Render(context.Background(), p, format); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
