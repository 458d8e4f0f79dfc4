package figure

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf16"

	"github.com/tdewolff/canvas/renderers/pdf"

	"snijvlak/internal/scene"
)

// PDFInfo is what a PDF says of itself. Title and Subject are those of the
// first scene where they are empty.
type PDFInfo struct {
	Title, Subject, Keywords string
}

// WritePDF writes one page for each scene, with the fonts in it and the text
// as text. The pages are those of one figure, in one language. No scenes is
// an error.
func WritePDF(w io.Writer, scenes []scene.Scene, info PDFInfo) error {
	if len(scenes) == 0 {
		return errors.New("a PDF needs a page")
	}
	var buf bytes.Buffer
	if err := drawPDF(&buf, scenes); err != nil {
		return err
	}
	objects, err := readPDF(buf.Bytes())
	if err != nil {
		return err
	}
	if err := freezeFonts(objects); err != nil {
		return err
	}
	objects[catalogObject] = catalog(&scenes[0])
	objects[infoObject] = info.dictionary(&scenes[0])
	return writePDF(w, objects)
}

func drawPDF(w io.Writer, scenes []scene.Scene) error {
	size := func(s *scene.Scene) (float64, float64) { return s.Width * mm, s.Height * mm }
	width, height := size(&scenes[0])
	file := pdf.New(w, width, height, nil)
	p, err := newPainter(file)
	if err != nil {
		return err
	}
	for i := range scenes {
		if i > 0 {
			file.NewPage(size(&scenes[i]))
		}
		p.height = scenes[i].Height
		p.shape(page(&scenes[i]))
		p.scene(&scenes[i])
	}
	return file.Close()
}

// catalog names the language, which canvas gets wrong, and asks a viewer to
// show the title instead of the file's name.
func catalog(s *scene.Scene) []byte {
	return fmt.Appendf(nil, "<</Type/Catalog/Pages %d 0 R/Lang(%s)/ViewerPreferences<</DisplayDocTitle true>>>>",
		pagesObject+1, language(s))
}

// dictionary leaves out the author and the moment of writing: the same figure
// is the same file.
func (i PDFInfo) dictionary(s *scene.Scene) []byte {
	var b strings.Builder
	add := func(key, value, otherwise string) {
		if value == "" {
			value = otherwise
		}
		if value = prose(value); value != "" {
			fmt.Fprintf(&b, "/%s%s", key, pdfString(value))
		}
	}
	add("Title", i.Title, s.Title)
	add("Subject", i.Subject, s.Desc)
	add("Keywords", i.Keywords, "")
	add("Creator", "Snijvlak", "")
	add("Producer", "Snijvlak (tdewolff/canvas)", "")
	return []byte("<<" + b.String() + ">>")
}

// pdfString is a text in UTF-16 and hexadecimal, which needs no escaping.
func pdfString(s string) string {
	var b strings.Builder
	b.WriteString("<FEFF")
	for _, u := range utf16.Encode([]rune(s)) {
		fmt.Fprintf(&b, "%04X", u)
	}
	b.WriteString(">")
	return b.String()
}
