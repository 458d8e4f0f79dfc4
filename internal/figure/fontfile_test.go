package figure

import (
	"bytes"
	"encoding/binary"
	"reflect"
	"slices"
	"testing"

	"github.com/tdewolff/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"snijvlak/assets"
)

// used is what a figure may hold: many neighbours in the alphabet, letters
// made of parts, two letters of one shape.
var used = slices.Compact(slices.Sorted(slices.Values(
	[]rune("ABCDEFGHIJKLMNOPQRSTUVWXYZ abcdefghijklmnopqrstuvwxyz 0123456789 éëïöüáóèçìÏ´¨ (–—’‘“”&/:;,.!?+%€→\u00a0\u00ad\u2011)"))))

// Another parser than the one that made the subset must find each letter in
// it, as wide as it was and with the same outline.
func TestSubsetHasTheSameLetters(t *testing.T) {
	for _, data := range [][]byte{assets.FontRegular, assets.FontBold} {
		packed, err := subset(data, used)
		if err != nil {
			t.Fatal(err)
		}
		file, err := font.ParseWOFF(packed)
		if err != nil {
			t.Fatal(err)
		}
		whole, part := parse(t, data), parse(t, file)
		if part.NumGlyphs() > 150 {
			t.Errorf("%d glyphs for %d letters", part.NumGlyphs(), len(used))
		}
		for _, r := range used {
			want, have := outline(t, whole, r), outline(t, part, r)
			if !reflect.DeepEqual(want, have) {
				t.Errorf("%q has another shape", r)
			}
		}
	}
}

func parse(t *testing.T, data []byte) *sfnt.Font {
	t.Helper()
	f, err := sfnt.Parse(data)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

type shape struct {
	advance  fixed.Int26_6
	segments sfnt.Segments
}

// outline is a letter's; for one the font lacks only that it is missing, as
// the box in its place is left out of subsets.
func outline(t *testing.T, f *sfnt.Font, r rune) (s shape) {
	t.Helper()
	glyph, err := f.GlyphIndex(nil, r)
	if err != nil {
		t.Fatal(err)
	}
	if glyph == 0 {
		return shape{}
	}
	em := fixed.I(int(f.UnitsPerEm()))
	if s.segments, err = f.LoadGlyph(nil, glyph, em, nil); err != nil {
		t.Fatal(err)
	}
	s.advance, err = f.GlyphAdvance(nil, glyph, em, 0)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestFreezeFontKeepsTheSums(t *testing.T) {
	file := bytes.Clone(assets.FontRegular)
	_, head := findTable(file, "head")
	binary.BigEndian.PutUint64(head[headModified:], 12345)
	if err := freezeFont(file); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(head[headModified:headLongEnough], head[headCreated:headModified]) {
		t.Error("the moment of change is still there")
	}
	if sum := fontSum(file); sum != checksumOfFiles {
		t.Errorf("the file's sum is %x", sum)
	}
}

func TestFreezeFontRefuses(t *testing.T) {
	for _, broken := range [][]byte{nil, make([]byte, 12), []byte("\x00\x01\x00\x00\x00\x09\x00\x00\x00\x00\x00\x00head"), bytes.Clone(assets.FontRegular[:300])} {
		if err := freezeFont(broken); err == nil {
			t.Errorf("%.20q was taken", broken)
		}
	}
}
