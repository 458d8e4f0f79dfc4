package bolt

import (
	"encoding/binary"
	"hash/fnv"
	"io"
	"math/bits"
)

// A bbolt file begins with two meta pages, written in turn: the one with the
// higher transaction number is the newest state. bbolt writes numbers in the
// byte order of the machine.
const (
	pageHeader  = 16 // id 8, flags 2, count 2, overflow 4
	metaSize    = 64
	boltMagic   = 0xED0CDAED
	boltVersion = 2

	smallestPage = 1 << 10
	largestPage  = 1 << 24
)

var native = binary.NativeEndian

// meta is one meta page as bbolt lays it out.
type meta struct {
	raw      [metaSize]byte
	valid    bool
	pageSize int64
	root     uint64 // page of the root bucket
	freelist uint64 // page of the list of free pages
	high     uint64 // pages from here on are not in use
	txid     uint64
}

// metas are both meta pages. Two equal values are one state of one file.
type metas [2]meta

// readMeta reads the meta page that begins at an offset. What cannot be read
// is not valid.
func readMeta(file io.ReaderAt, offset int64) meta {
	var m meta
	if _, err := file.ReadAt(m.raw[:], offset+pageHeader); err != nil {
		return meta{}
	}
	m.pageSize = int64(native.Uint32(m.raw[8:]))
	m.root = native.Uint64(m.raw[16:])
	m.freelist = native.Uint64(m.raw[32:])
	m.high = native.Uint64(m.raw[40:])
	m.txid = native.Uint64(m.raw[48:])
	m.valid = m.magic() && native.Uint32(m.raw[4:]) == boltVersion &&
		isPageSize(m.pageSize) && native.Uint64(m.raw[56:]) == m.checksum()
	return m
}

func (m meta) magic() bool { return native.Uint32(m.raw[:]) == boltMagic }

func (m meta) checksum() uint64 {
	hash := fnv.New64a()
	hash.Write(m.raw[:56])
	return hash.Sum64()
}

func isPageSize(n int64) bool {
	return n >= smallestPage && n <= largestPage && bits.OnesCount64(uint64(n)) == 1
}

// readMetas finds both meta pages. When the first is damaged the page size is
// not known, and the second is looked for at every size.
func readMetas(file io.ReaderAt) metas {
	first := readMeta(file, 0)
	if first.valid {
		return metas{first, readMeta(file, first.pageSize)}
	}
	for size := int64(smallestPage); size <= largestPage; size <<= 1 {
		if second := readMeta(file, size); second.valid && second.pageSize == size {
			return metas{first, second}
		}
	}
	return metas{first}
}

// newest answers the state that bbolt reads; ok is false when there is none.
func (m metas) newest() (newest meta, ok bool) {
	for _, one := range m {
		if one.valid && (!ok || one.txid > newest.txid) {
			newest, ok = one, true
		}
	}
	return newest, ok
}

// doubtful says that one of the two is damaged: it may have been the newest.
func (m metas) doubtful() bool { return m[0].valid != m[1].valid }

// looksLikeBolt says that a file is, or was, one of bbolt: a meta page has its
// magic number or, where both were wiped, a later page still has its own
// number in front.
func looksLikeBolt(file io.ReaderAt) bool {
	if readMeta(file, 0).magic() {
		return true
	}
	for size := int64(smallestPage); size <= largestPage; size <<= 1 {
		if readMeta(file, size).magic() || hasPages(file, size) {
			return true
		}
	}
	return false
}

func hasPages(file io.ReaderAt, pageSize int64) bool {
	for id := int64(2); id < 8; id++ {
		header, err := readHeader(file, id*pageSize)
		if err == nil && header.id == uint64(id) && header.isKnown() {
			return true
		}
	}
	return false
}
