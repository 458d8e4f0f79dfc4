package figure

import (
	"bytes"
	"encoding/binary"
	"image/png"
	"math"
	"strings"
	"testing"
)

func TestPNG(t *testing.T) {
	var first, second bytes.Buffer
	for _, b := range []*bytes.Buffer{&first, &second} {
		if err := WritePNG(b, fixture(), 0); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(first.Bytes(), second.Bytes()) {
		t.Error("two pictures of one scene differ")
	}
	chunks := pngChunks(t, first.Bytes())
	picture, err := png.Decode(&first)
	if err != nil {
		t.Fatal(err)
	}
	if size := picture.Bounds().Size(); size.X != 1120 || size.Y != 640 {
		t.Errorf("%v pixels", size)
	}
	if r, g, b, a := picture.At(1119, 639).RGBA(); r&g&b&a != 0xFFFF {
		t.Error("the last pixel is not paper")
	}
	for _, want := range []string{
		"pHYs\x00\x00\x1d\x87\x00\x00\x1d\x87\x01", // 7559 a metre
		"iTXtTitle\x00\x00\x00nl-NL\x00\x00Beleidslandschap zorg & veiligheid",
		"iTXtDescription\x00\x00\x00nl-NL\x00\x00Drie initiatieven. Twee lijnen.",
	} {
		if !strings.Contains(chunks, want) {
			t.Errorf("no %q", want)
		}
	}
}

// pngChunks strings the kinds and contents together, without the picture.
func pngChunks(t *testing.T, file []byte) string {
	t.Helper()
	var all strings.Builder
	for rest := file[8:]; len(rest) > 0; {
		n := binary.BigEndian.Uint32(rest)
		if kind := rest[4:8]; string(kind) != "IDAT" {
			all.Write(rest[4 : 8+n])
		}
		rest = rest[12+n:]
	}
	return all.String()
}

func TestPNGRefusesSizes(t *testing.T) {
	s := fixture()
	for _, dpi := range []float64{100000, 0.1, -96, math.NaN(), math.Inf(1)} {
		if err := WritePNG(&bytes.Buffer{}, s, dpi); err == nil {
			t.Errorf("%v dpi was taken", dpi)
		}
	}
}
