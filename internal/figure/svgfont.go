package figure

import (
	"encoding/base64"
	"fmt"
	"maps"
	"slices"

	"github.com/tdewolff/font"

	"snijvlak/assets"
	"snijvlak/internal/scene"
)

// fontStyle is the style sheet that brings the letters used on some pages
// along, one font for each weight that is used.
func fontStyle(pages ...scene.Scene) (string, error) {
	var style string
	for _, weight := range []struct {
		css  string
		bold bool
		data []byte
	}{
		{"400", false, assets.FontRegular},
		{"700", true, assets.FontBold},
	} {
		used := letters(pages, weight.bold)
		if len(used) == 0 {
			continue
		}
		data, err := subset(weight.data, used)
		if err != nil {
			return "", err
		}
		style += fmt.Sprintf("@font-face{font-family:'Noto Sans';font-weight:%s;src:url(data:font/woff;base64,%s) format('woff')}",
			weight.css, base64.StdEncoding.EncodeToString(data))
	}
	return style, nil
}

// letters are those of some pages in one weight, sorted.
func letters(pages []scene.Scene, bold bool) []rune {
	used := map[rune]bool{}
	for _, page := range pages {
		for _, item := range page.Items {
			for _, t := range item.Texts {
				if t.Bold != bold {
					continue
				}
				for _, r := range plain(t.String) {
					used[r] = true
				}
			}
		}
	}
	return slices.Sorted(maps.Keys(used))
}

// webTables are what a browser asks for, with the three that the hinting of
// the letters needs. There are none for kerning and ligatures, as no line was
// measured with them. Table cmap is ours, below.
var webTables = []string{"OS/2", "cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post", "prep"}

// subset is a font of the given letters only, as WOFF. Making it changes the
// parsed font, so it is parsed anew.
func subset(data []byte, used []rune) ([]byte, error) {
	whole, err := font.ParseSFNT(data, 0)
	if err != nil {
		return nil, err
	}
	glyphs := []uint16{0}
	place := map[rune]uint16{}
	for _, r := range used {
		g := whole.GlyphIndex(r)
		at := slices.Index(glyphs, g)
		if at < 0 {
			at, glyphs = len(glyphs), append(glyphs, g)
		}
		if at > 0 {
			place[r] = uint16(at) //nolint:gosec // fewer than there are letters
		}
	}
	part, err := whole.Subset(glyphs, font.SubsetOptions{Tables: webTables})
	if err != nil {
		return nil, err
	}
	part.Tables["cmap"] = characterMap(place)
	file := part.Write()
	if err := freezeFont(file); err != nil {
		return nil, err
	}
	return woff(file), nil
}
