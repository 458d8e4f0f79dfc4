package figure

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"errors"
	"maps"
	"slices"
	"sync"
)

// tdewolff/font makes subsets of fonts, but writes the moment of writing into
// them, a cmap that now and then points at other letters, and a WOFF2 that
// browsers refuse as soon as there is an ö in it. This file mends the first and
// has simple means of its own for the others.

// Where things are in a TrueType file.
const (
	directoryEntry  = 16
	headAdjustment  = 8  // in table head: makes the sum of the file fixed
	headCreated     = 20 // in table head
	headModified    = 28 // in table head
	headLongEnough  = 36
	checksumOfFiles = 0xB1B0AFBA
)

var errFont = errors.New("the font cannot be read")

// freezeFont sets the moment of change in a TrueType file back to that of
// creation, in place, and mends the checksums.
func freezeFont(file []byte) error {
	entry, head := findTable(file, "head")
	if len(head) < headLongEnough {
		return errFont
	}
	copy(head[headModified:headLongEnough], head[headCreated:headModified])
	clear(head[headAdjustment : headAdjustment+4])
	binary.BigEndian.PutUint32(entry[4:], fontSum(head))
	binary.BigEndian.PutUint32(head[headAdjustment:], checksumOfFiles-fontSum(file))
	return nil
}

// findTable gives a table and its entry in the directory; nil if it is not
// there.
func findTable(file []byte, tag string) (entry, table []byte) {
	if len(file) < 12 {
		return nil, nil
	}
	directory := file[12:]
	for range binary.BigEndian.Uint16(file[4:]) {
		if len(directory) < directoryEntry {
			return nil, nil
		}
		entry, directory = directory[:directoryEntry], directory[directoryEntry:]
		if string(entry[:4]) != tag {
			continue
		}
		at, length := uint64(binary.BigEndian.Uint32(entry[8:])), uint64(binary.BigEndian.Uint32(entry[12:]))
		if at+length > uint64(len(file)) {
			return nil, nil
		}
		return entry, file[at : at+length]
	}
	return nil, nil
}

// fontSum adds up 32-bit words, the last one filled with zeros.
func fontSum(b []byte) uint32 {
	var sum uint32
	for len(b) > 0 {
		var word [4]byte
		b = b[copy(word[:], b):]
		sum += binary.BigEndian.Uint32(word[:])
	}
	return sum
}

// characterMap is table cmap: which glyph for which letter, one segment for
// each (format 4, https://learn.microsoft.com/typography/opentype/spec/cmap).
// Letters over U+FFFF are left out; Noto Sans has none.
func characterMap(place map[rune]uint16) []byte {
	maps.DeleteFunc(place, func(r rune, _ uint16) bool { return r >= 0xFFFF })
	letters := append(slices.Sorted(maps.Keys(place)), 0xFFFF) // the end
	var ends, starts, deltas, ranges []uint16
	for _, r := range letters {
		code := uint16(r) //nolint:gosec // checked above
		ends, starts = append(ends, code), append(starts, code)
		deltas = append(deltas, place[r]-code) // modulo 65536, 0 for the end
		ranges = append(ranges, 0)
	}
	segments := uint16(len(letters)) //nolint:gosec // under 65536
	power, exponent := uint16(1), uint16(0)
	for power*2 <= segments {
		power, exponent = power*2, exponent+1
	}
	table := []uint16{
		0, 1, 3, 1, 0, 12, // version, one map: Windows, Unicode, at byte 12
		4, 16 + 8*segments, 0, // format, length, language
		2 * segments, 2 * power, exponent, 2 * (segments - power),
	}
	table = slices.Concat(table, ends, []uint16{0}, starts, deltas, ranges)
	out, _ := binary.Append(nil, binary.BigEndian, table)
	return out
}

// woff packs a TrueType file for the web (https://www.w3.org/TR/WOFF/).
func woff(file []byte) []byte {
	count := int(binary.BigEndian.Uint16(file[4:]))
	data := 44 + 20*count
	var directory, tables []byte
	for i := range count {
		entry := file[12+directoryEntry*i:][:directoryEntry]
		_, table := findTable(file, string(entry[:4]))
		packed := deflated(table)
		directory = append(directory, entry[:4]...)
		directory = appendUint32(directory, data+len(tables), len(packed), len(table))
		directory = append(directory, entry[4:8]...) // checksum
		tables = append(tables, packed...)
		tables = append(tables, make([]byte, -len(packed)&3)...)
	}
	head := append([]byte("wOFF"), file[:4]...)
	head = appendUint32(head, data+len(tables), count<<16, len(file), 1<<16, 0, 0, 0, 0, 0)
	return slices.Concat(head, directory, tables)
}

// packers are kept, since a new one takes a megabyte.
var packers = sync.Pool{New: func() any { return zlib.NewWriter(nil) }}

// deflated is the table itself if it does not become smaller, as WOFF asks.
func deflated(table []byte) []byte {
	var b bytes.Buffer
	z, _ := packers.Get().(*zlib.Writer) // it holds nothing else
	defer packers.Put(z)
	z.Reset(&b)
	_, _ = z.Write(table) // a Buffer takes all
	_ = z.Close()
	if b.Len() >= len(table) {
		return table
	}
	return b.Bytes()
}

func appendUint32(b []byte, values ...int) []byte {
	for _, v := range values {
		b = binary.BigEndian.AppendUint32(b, uint32(v)) //nolint:gosec // sizes of a font file
	}
	return b
}
