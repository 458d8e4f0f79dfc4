package figure

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"io"
	"math"

	"github.com/tdewolff/canvas"
	"github.com/tdewolff/canvas/renderers/rasterizer"

	"snijvlak/internal/looks"
	"snijvlak/internal/scene"
)

// DPI is the resolution of a picture that nobody asked another for: two
// pixels for each on a plain screen.
const DPI = 192

// maxPixels is where a picture takes a quarter of a gigabyte to draw.
const maxPixels = 64 << 20

// WritePNG draws a scene as a picture in sRGB with dpi pixels an inch, and
// DPI if that is 0. Title, description and resolution are in the file. A
// picture over 64 megapixels is refused.
func WritePNG(w io.Writer, s scene.Scene, dpi float64) error {
	if dpi == 0 {
		dpi = DPI
	}
	if err := checkPixels(s.Width/72*dpi, s.Height/72*dpi); err != nil {
		return err
	}
	// Linear here means that colours are mixed as they are, like in every
	// viewer of SVG and PDF; the values are sRGB before and after.
	picture := rasterizer.New(s.Width*mm, s.Height*mm, canvas.DPI(dpi), canvas.LinearColorSpace{})
	fillAll(picture, s.Background)
	p, err := newPainter(picture)
	if err != nil {
		return err
	}
	p.scene(&s)
	picture.Close()
	var buf bytes.Buffer
	if err := png.Encode(&buf, picture.Image); err != nil { // image/png is slow on a type it does not know
		return err
	}
	return writeWithChunks(w, buf.Bytes(), &s, dpi)
}

// fillAll keeps the last row and column from being half transparent, where the
// page is no whole number of pixels.
func fillAll(picture draw.Image, c looks.Colour) {
	paper := image.NewUniform(color.RGBA{R: c.R, G: c.G, B: c.B, A: 255})
	draw.Draw(picture, picture.Bounds(), paper, image.Point{}, draw.Src)
}

func checkPixels(width, height float64) error {
	switch {
	case !(width*height <= maxPixels): // NaN too
		return fmt.Errorf("a picture of %.0f by %.0f pixels is over the limit of 64 megapixels: choose a lower resolution", width, height)
	case width < 1 || height < 1:
		return fmt.Errorf("a picture of %.2f by %.2f pixels shows nothing: choose a higher resolution", width, height)
	}
	return nil
}

// headLength is a PNG's signature and its first chunk, IHDR, after which
// others may come.
const headLength = 8 + 12 + 13

// writeWithChunks adds what image/png does not write.
func writeWithChunks(w io.Writer, file []byte, s *scene.Scene, dpi float64) error {
	perMetre := uint32(math.Round(dpi / 0.0254))
	resolution := binary.BigEndian.AppendUint32(nil, perMetre)
	resolution = binary.BigEndian.AppendUint32(resolution, perMetre)
	parts := [][]byte{
		file[:headLength],
		chunk("sRGB", []byte{0}), // perceptual
		chunk("pHYs", append(resolution, 1)),
		textChunk("Title", language(s), prose(s.Title)),
		textChunk("Description", language(s), prose(s.Desc)),
		textChunk("Software", "", "Snijvlak"),
		file[headLength:],
	}
	_, err := w.Write(bytes.Join(parts, nil))
	return err
}

// textChunk is an iTXt chunk, not compressed; nothing for an empty text.
func textChunk(key, lang, text string) []byte {
	if text == "" {
		return nil
	}
	// keyword, 0, compressed no, method 0, language, 0, no translated keyword, 0
	return chunk("iTXt", []byte(key+"\x00\x00\x00"+lang+"\x00\x00"+text))
}

// chunk is length, kind, data and checksum.
func chunk(kind string, data []byte) []byte {
	out := binary.BigEndian.AppendUint32(nil, uint32(len(data))) //nolint:gosec // small
	out = append(append(out, kind...), data...)
	return binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(out[4:]))
}
