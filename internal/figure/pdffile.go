package figure

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
)

// canvas writes the moment of writing into the information dictionary and
// into each font, and the creator where the language belongs. So the file is
// taken apart into its objects, mended and put together again. It is the form
// of canvas' own files that is read here, not of any PDF.

// Places of objects in the list that readPDF gives; a number in the file is
// one more.
const (
	catalogObject = iota
	infoObject
	pagesObject
)

var errPDF = errors.New("canvas wrote a PDF in another form than it did")

var (
	startxref = regexp.MustCompile(`startxref\n(\d+)\n%%EOF\n$`)
	xrefEntry = regexp.MustCompile(`(?m)^(\d{10}) 00000 n $`)
)

const (
	streamBegin = "stream\n"
	streamEnd   = "\nendstream\n"
	objectEnd   = "\nendobj\n"
)

// readPDF gives what stands between "n 0 obj" and "endobj", for each n.
func readPDF(file []byte) ([][]byte, error) {
	offsets, table, err := readOffsets(file)
	if err != nil {
		return nil, err
	}
	// An object ends where the next one in the file begins: a stream's bytes
	// may hold anything, so there is no searching for its end.
	ends := append(slices.Sorted(slices.Values(offsets)), table)
	objects := make([][]byte, len(offsets))
	for i, at := range offsets {
		next, _ := slices.BinarySearch(ends, at+1)
		body := file[at:ends[next]]
		body, begins := bytes.CutPrefix(body, fmt.Appendf(nil, "%d 0 obj\n", i+1))
		body, closes := bytes.CutSuffix(body, []byte(objectEnd))
		if !begins || !closes {
			return nil, errPDF
		}
		objects[i] = body
	}
	return objects, nil
}

// readOffsets gives where each object begins, and where the table of that is.
func readOffsets(file []byte) (offsets []int, table int, err error) {
	m := startxref.FindSubmatch(file)
	if m == nil {
		return nil, 0, errPDF
	}
	table, err = strconv.Atoi(string(m[1]))
	if err != nil || table > len(file) {
		return nil, 0, errPDF
	}
	for _, e := range xrefEntry.FindAllSubmatch(file[table:], -1) {
		at, err := strconv.Atoi(string(e[1]))
		if err != nil || at >= table {
			return nil, 0, errPDF
		}
		offsets = append(offsets, at)
	}
	if len(offsets) <= pagesObject {
		return nil, 0, errPDF
	}
	return offsets, table, nil
}

// writePDF numbers the objects, writes where they are and adds an id made of
// the contents.
func writePDF(w io.Writer, objects [][]byte) error {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n")
	offsets := make([]int, len(objects))
	for i, o := range objects {
		offsets[i] = b.Len()
		fmt.Fprintf(&b, "%d 0 obj\n%s%s", i+1, o, objectEnd)
	}
	id := sha256.Sum256(b.Bytes())
	table := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, at := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", at)
	}
	fmt.Fprintf(&b, "trailer\n<</Root %d 0 R/Info %d 0 R/Size %d/ID[<%x><%x>]>>\nstartxref\n%d\n%%%%EOF\n",
		catalogObject+1, infoObject+1, len(objects)+1, id[:16], id[:16], table)
	_, err := w.Write(b.Bytes())
	return err
}

var fontFile = regexp.MustCompile(`/FontFile2 (\d+) 0 R`)

// freezeFonts takes the moment of writing out of the fonts.
func freezeFonts(objects [][]byte) error {
	for _, o := range objects {
		m := fontFile.FindSubmatch(o)
		if m == nil {
			continue
		}
		n, err := strconv.Atoi(string(m[1]))
		if err != nil || n < 1 || n > len(objects) {
			return errPDF
		}
		if objects[n-1], err = freezeFontObject(objects[n-1]); err != nil {
			return err
		}
	}
	return nil
}

func freezeFontObject(o []byte) ([]byte, error) {
	_, data, found := bytes.Cut(o, []byte(streamBegin))
	if !found {
		return nil, errPDF
	}
	r, err := zlib.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	font, err := io.ReadAll(r)
	if err != nil {
		return nil, err
	}
	if err := freezeFont(font); err != nil {
		return nil, err
	}
	var b bytes.Buffer
	z := zlib.NewWriter(&b)
	_, _ = z.Write(font) // a Buffer takes all
	_ = z.Close()
	return fmt.Appendf(nil, "<</Filter/FlateDecode/Length %d/Length1 %d>>%s%s%s",
		b.Len(), len(font), streamBegin, b.Bytes(), streamEnd), nil
}
