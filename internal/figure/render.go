package figure

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"strings"

	"snijvlak/internal/scene"
)

// Formats are what Render can write.
var Formats = []string{"svg", "pdf", "png", "dot", "txt"}

// Render draws a picture in a format of Formats. SVG, PNG and DOT give the
// bytes of each page; PDF and the text twin give one file for all of them.
func Render(ctx context.Context, p *scene.Picture, format string) ([][]byte, error) {
	switch format {
	case "txt":
		return [][]byte{[]byte(p.Twin())}, nil
	case "dot":
		return renderDOT(p.Graphs()), nil
	}
	scenes, err := p.Scenes(ctx, Place)
	if err != nil {
		return nil, err
	}
	switch format {
	case "svg", "png":
		return renderPages(scenes, format)
	case "pdf":
		var b bytes.Buffer
		err := WritePDF(&b, scenes, PDFInfo{Subject: scenes[0].Caption})
		return [][]byte{b.Bytes()}, err
	}
	return nil, fmt.Errorf("format %q: possible are %s", format, strings.Join(Formats, ", "))
}

func renderPages(scenes []scene.Scene, format string) ([][]byte, error) {
	write := func(w io.Writer, s scene.Scene) error { return WritePNG(w, s, DPI) }
	if format == "svg" {
		font, err := fontStyle(scenes...)
		if err != nil {
			return nil, err
		}
		write = func(w io.Writer, s scene.Scene) error { return writeSVG(w, s, font) }
	}
	pages := make([][]byte, len(scenes))
	for i, s := range scenes {
		var b bytes.Buffer
		if err := write(&b, s); err != nil {
			return nil, err
		}
		pages[i] = b.Bytes()
	}
	return pages, nil
}

func renderDOT(graphs []scene.Graph) [][]byte {
	pages := make([][]byte, len(graphs))
	for i, g := range graphs {
		pages[i] = []byte(scene.DOT(g))
	}
	return pages
}
