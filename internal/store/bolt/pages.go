package bolt

import (
	"bytes"
	"io"
)

// The kinds of page, as bbolt flags them.
const (
	branchPage   = 0x01
	leafPage     = 0x02
	freelistPage = 0x10

	bucketElement = 0x01 // flag of a leaf element that holds a bucket
	elementSize   = 16
	bucketHeader  = 16     // root page 8, sequence 8
	longList      = 0xFFFF // a page count that says: the real one is the first number
)

// header is what every page begins with.
type header struct {
	id       uint64
	flags    uint16
	count    uint16
	overflow uint32
}

func parseHeader(b []byte) header {
	return header{native.Uint64(b), native.Uint16(b[8:]), native.Uint16(b[10:]), native.Uint32(b[12:])}
}

func readHeader(file io.ReaderAt, offset int64) (header, error) {
	var b [pageHeader]byte
	_, err := file.ReadAt(b[:], offset)
	return parseHeader(b[:]), err
}

func (h header) isKnown() bool {
	return h.flags == branchPage || h.flags == leafPage || h.flags == freelistPage
}

// checkPages walks all pages that a state of the file uses, as bbolt would,
// but trusting nothing: every page is inside the file, says its own number and
// is used once; every element lies in its page; keys are in order and in the
// range of their parent; no page is both in use and free. After it bbolt can
// read the state without a panic and cannot write over what is in use.
func checkPages(file io.ReaderAt, m meta) error {
	w := walker{file: file, meta: m, taken: make([]bool, m.high)}
	if err := w.tree(m.root, span{}); err != nil {
		return err
	}
	return w.freelist()
}

type walker struct {
	file  io.ReaderAt
	meta  meta
	taken []bool
}

// span is the range of keys a page may hold: from low on, below high. Nil is
// without end.
type span struct{ low, high []byte }

func (s span) holds(key []byte) bool {
	return bytes.Compare(key, s.low) >= 0 && (s.high == nil || bytes.Compare(key, s.high) < 0)
}

// take claims one page.
func (w *walker) take(id uint64) error {
	if id < 2 || id >= w.meta.high {
		return damaged("page %d does not exist", id)
	}
	if w.taken[id] {
		return damaged("page %d is used twice", id)
	}
	w.taken[id] = true
	return nil
}

// page claims and reads a page with its overflow.
func (w *walker) page(id uint64) (header, []byte, error) {
	if err := w.take(id); err != nil {
		return header{}, nil, err
	}
	b := make([]byte, w.meta.pageSize)
	offset := int64(id) * w.meta.pageSize
	if _, err := w.file.ReadAt(b, offset); err != nil {
		return header{}, nil, err
	}
	h := parseHeader(b)
	if h.id != id || !h.isKnown() {
		return header{}, nil, damaged("page %d is not what it should be", id)
	}
	if h.overflow == 0 {
		return h, b, nil
	}
	for i := range uint64(h.overflow) {
		if err := w.take(id + 1 + i); err != nil {
			return header{}, nil, err
		}
	}
	b = make([]byte, w.meta.pageSize*(1+int64(h.overflow)))
	_, err := w.file.ReadAt(b, offset)
	return h, b, err
}

func (w *walker) tree(id uint64, keys span) error {
	h, b, err := w.page(id)
	if err != nil {
		return err
	}
	switch h.flags {
	case branchPage:
		return w.branch(h, b, keys)
	case leafPage:
		return w.leaf(h, b, keys)
	}
	return damaged("page %d is not part of a tree", id)
}

func (w *walker) branch(h header, b []byte, keys span) error {
	elements, err := parseElements(h, b, keys)
	if err != nil {
		return err
	}
	if len(elements) == 0 {
		return damaged("page %d has no children", h.id)
	}
	for i, e := range elements {
		below := span{e.key, keys.high}
		if i+1 < len(elements) {
			below.high = elements[i+1].key
		}
		if err := w.tree(e.child, below); err != nil {
			return err
		}
	}
	return nil
}

func (w *walker) leaf(h header, b []byte, keys span) error {
	elements, err := parseElements(h, b, keys)
	if err != nil {
		return err
	}
	for _, e := range elements {
		if err := w.bucket(h, e); err != nil {
			return err
		}
	}
	return nil
}

// bucket follows an element that holds a bucket, which has its own page or,
// when small, a leaf page inside the element.
func (w *walker) bucket(h header, e element) error {
	if e.flags == 0 {
		return nil
	}
	if e.flags != bucketElement || len(e.value) < bucketHeader {
		return damaged("page %d has an element of an unknown kind", h.id)
	}
	if root := native.Uint64(e.value); root != 0 {
		return w.tree(root, span{})
	}
	inline := e.value[bucketHeader:]
	if len(inline) < pageHeader {
		return damaged("page %d has a bucket that is cut off", h.id)
	}
	inner := parseHeader(inline)
	if inner.flags != leafPage {
		return damaged("page %d has a bucket that is not a leaf", h.id)
	}
	return w.leaf(inner, inline, span{})
}

// freelist claims the pages on the list of free pages.
func (w *walker) freelist() error {
	h, b, err := w.page(w.meta.freelist)
	if err != nil {
		return err
	}
	if h.flags != freelistPage {
		return damaged("page %d is not the list of free pages", h.id)
	}
	list, count := b[pageHeader:], uint64(h.count)
	if h.count == longList {
		count, list = native.Uint64(list), list[8:]
	}
	if count > uint64(len(list)/8) {
		return damaged("the list of free pages is cut off")
	}
	for i := range count {
		if err := w.take(native.Uint64(list[i*8:])); err != nil {
			return err
		}
	}
	return nil
}

// element is one key of a page: with a child in a branch, with a value in a
// leaf.
type element struct {
	key   []byte
	child uint64
	flags uint32
	value []byte
}

// parseElements reads the elements of a branch or leaf page, checking that
// they lie in it and that their keys are in order.
func parseElements(h header, b []byte, keys span) ([]element, error) {
	table := pageHeader + elementSize*int(h.count)
	if table > len(b) {
		return nil, damaged("page %d is cut off", h.id)
	}
	elements := make([]element, h.count)
	for i := range elements {
		e, ok := parseElement(h.flags, b, pageHeader+elementSize*i, table)
		if !ok {
			return nil, damaged("page %d has an element outside it", h.id)
		}
		if !keys.holds(e.key) || i > 0 && bytes.Compare(elements[i-1].key, e.key) >= 0 {
			return nil, damaged("page %d has key %q out of order", h.id, e.key)
		}
		elements[i] = e
	}
	return elements, nil
}

// parseElement reads the element at an offset; its bytes lie after the table.
func parseElement(flags uint16, b []byte, at, table int) (e element, ok bool) {
	var pos, keySize, valueSize uint64
	if raw := b[at:]; flags == branchPage {
		pos, keySize = uint64(native.Uint32(raw)), uint64(native.Uint32(raw[4:]))
		e.child = native.Uint64(raw[8:])
	} else {
		e.flags = native.Uint32(raw)
		pos, keySize = uint64(native.Uint32(raw[4:])), uint64(native.Uint32(raw[8:]))
		valueSize = uint64(native.Uint32(raw[12:]))
	}
	start := uint64(at) + pos
	split, end := start+keySize, start+keySize+valueSize
	if start < uint64(table) || end > uint64(len(b)) {
		return element{}, false
	}
	e.key, e.value = b[start:split:split], b[split:end:end]
	return e, true
}
