package figure

import (
	"bytes"
	"context"
	"fmt"
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
	if format == "pdf" {
		var b bytes.Buffer
		err := WritePDF(&b, scenes, PDFInfo{Subject: scenes[0].Caption})
		return [][]byte{b.Bytes()}, err
	}
	return renderPages(scenes, format)
}

func renderPages(scenes []scene.Scene, format string) ([][]byte, error) {
	pages := make([][]byte, len(scenes))
	for i, s := range scenes {
		var b bytes.Buffer
		var err error
		switch format {
		case "svg":
			err = WriteSVG(&b, s)
		case "png":
			err = WritePNG(&b, s, DPI)
		default:
			err = fmt.Errorf("format %q: possible are %s", format, strings.Join(Formats, ", "))
		}
		if err != nil {
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
