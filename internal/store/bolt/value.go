package bolt

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"fmt"

	"snijvlak/internal/workspace"
)

// sealFormat is the first byte of every value; sealSize is how much of a value
// comes before its payload.
const (
	sealFormat = 1
	sealSize   = 1 + 8
)

// checksum covers the key too, so that a value under the wrong key shows.
func checksum(key string, payload []byte) uint64 {
	var length [8]byte
	binary.BigEndian.PutUint64(length[:], uint64(len(key)))
	hash := sha256.New()
	hash.Write(length[:])
	hash.Write([]byte(key))
	hash.Write(payload)
	return binary.BigEndian.Uint64(hash.Sum(nil))
}

// seal puts format and checksum before a payload.
func seal(key string, payload []byte) []byte {
	value := make([]byte, 0, sealSize+len(payload))
	value = append(value, sealFormat)
	value = binary.BigEndian.AppendUint64(value, checksum(key, payload))
	return append(value, payload...)
}

// sealOf answers the checksum that a value carries.
func sealOf(value []byte) uint64 {
	return binary.BigEndian.Uint64(value[1:])
}

// unseal answers the payload of a value: a view of it, not a copy.
func unseal(key string, value []byte) ([]byte, error) {
	if len(value) < sealSize || value[0] != sealFormat {
		return nil, damaged("%q has no checksum", key)
	}
	payload := value[sealSize:]
	if sealOf(value) != checksum(key, payload) {
		return nil, damaged("%q does not match its checksum", key)
	}
	return payload, nil
}

// head is the head record: the newest entry, and what all records together
// must come to.
type head struct {
	workspace.Head
	count uint64
	sum   uint64
}

func (h head) encode() []byte {
	b := binary.BigEndian.AppendUint64(nil, h.Seq)
	b = binary.BigEndian.AppendUint64(b, h.count)
	b = binary.BigEndian.AppendUint64(b, h.sum)
	return append(b, h.Hash...)
}

func decodeHead(b []byte) (head, error) {
	if len(b) < 24 {
		return head{}, damaged("the head is too short")
	}
	var h head
	h.Seq = binary.BigEndian.Uint64(b)
	h.count = binary.BigEndian.Uint64(b[8:])
	h.sum = binary.BigEndian.Uint64(b[16:])
	h.Hash = string(b[24:])
	return h, nil
}

// entry is a journal entry with the operation that wrote it, which tells which
// op to forget when the entry is an old one.
type entry struct {
	workspace.Entry
	op string
}

func entryKey(seq uint64) string { return fmt.Sprintf("%016x", seq) }

func (e entry) encode() []byte {
	b := appendText(nil, e.Hash)
	b = appendText(b, e.op)
	return append(b, e.Value...)
}

func decodeEntry(seq uint64, b []byte) (entry, error) {
	e := entry{Entry: workspace.Entry{Seq: seq}}
	var ok1, ok2 bool
	e.Hash, b, ok1 = cutText(b)
	e.op, b, ok2 = cutText(b)
	if !ok1 || !ok2 {
		return entry{}, damaged("journal entry %d is too short", seq)
	}
	e.Value = bytes.Clone(b)
	return e, nil
}

func appendText(b []byte, s string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(s))), s...)
}

func cutText(b []byte) (text string, rest []byte, ok bool) {
	n, used := binary.Uvarint(b)
	if used <= 0 || n > uint64(len(b)-used) {
		return "", nil, false
	}
	b = b[used:]
	return string(b[:n]), b[n:], true
}
