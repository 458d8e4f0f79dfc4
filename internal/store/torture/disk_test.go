package torture

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"path/filepath"
	"strings"
)

// disk is a folder as a file system keeps it: what is certainly on the disk,
// and what was written since and may get there in any order, in part, or not.
// A sync that failed makes its writes doubtful for ever: the system may think
// them done. No write of another folder is followed.
type disk struct {
	folder string
	names  map[string]*contents // as a process sees them
	kept   map[string]*contents // as certainly on the disk
	moves  []move               // since the folder was synced
	open   map[int64]*handle
	faulty bool // a sync has failed
}

// move is one change of the folder, done whole or not at all; nil is a name
// that goes.
type move map[string]*contents

// contents are the bytes of a file, whatever its name.
type contents struct {
	base   []byte
	writes []change
}

// change is a write, or with no data a cut to a size.
type change struct {
	at   int64
	data []byte
	fate fate
}

type fate int

const (
	pending  fate = iota // not synced yet
	certain              // synced
	doubtful             // the sync failed
)

// handle is an open file, or the folder itself.
type handle struct {
	*contents
	isFolder bool
	at       int64
}

func newDisk(folder string) *disk {
	return &disk{
		folder: folder, open: map[int64]*handle{},
		names: map[string]*contents{}, kept: map[string]*contents{},
	}
}

// name answers the name of a path in the folder.
func (d *disk) name(path string) (name string, ok bool) {
	if filepath.Dir(path) != d.folder {
		return "", false
	}
	return filepath.Base(path), true
}

// apply follows one call. What it does not know it refuses, so that no change
// is overlooked. Of a sync that fails it does know.
func (d *disk) apply(c call) error {
	if strings.HasSuffix(c.name, "sync") {
		d.sync(c)
		return nil
	}
	if c.failed {
		return nil
	}
	switch c.name {
	case "openat":
		d.opened(c)
	case "close":
		delete(d.open, c.number(0))
	case "lseek", "write", "pwrite64", "ftruncate":
		if h := d.open[c.number(0)]; h != nil && !h.isFolder {
			h.apply(c)
		}
	case "renameat", "renameat2", "linkat", "unlinkat":
		d.renamed(c)
	default:
		if h := d.open[c.number(0)]; h != nil {
			return fmt.Errorf("the model does not know the call %s", c.name)
		}
	}
	return nil
}

func (d *disk) opened(c call) {
	path := c.path(1)
	if path == d.folder {
		d.open[c.result] = &handle{isFolder: true}
	}
	name, ok := d.name(path)
	if !ok {
		return
	}
	if d.names[name] == nil {
		d.move(move{name: new(contents)})
	}
	d.open[c.result] = &handle{contents: d.names[name]}
	if strings.Contains(c.args[2], "O_TRUNC") {
		d.names[name].write(0, nil)
	}
}

func (d *disk) renamed(c call) {
	if c.name == "unlinkat" {
		if name, ok := d.name(c.path(1)); ok {
			d.move(move{name: nil})
		}
		return
	}
	from, ok1 := d.name(c.path(1))
	to, ok2 := d.name(c.path(3))
	if !ok1 || !ok2 {
		return
	}
	if c.name == "linkat" {
		d.move(move{to: d.names[from]})
		return
	}
	d.move(move{to: d.names[from], from: nil})
}

func (d *disk) move(m move) {
	d.moves = append(d.moves, m)
	m.do(d.names)
}

func (m move) do(names map[string]*contents) {
	for name, c := range m {
		if c == nil {
			delete(names, name)
		} else {
			names[name] = c
		}
	}
}

func (d *disk) sync(c call) {
	h := d.open[c.number(0)]
	d.faulty = d.faulty || h != nil && c.failed
	switch {
	case h == nil:
	case h.isFolder && !c.failed:
		for _, m := range d.moves {
			m.do(d.kept)
		}
		d.moves = nil
	case !h.isFolder:
		h.sync(c.failed)
	}
}

func (h *handle) apply(c call) {
	switch c.name {
	case "lseek":
		h.at = c.result
	case "write":
		h.write(h.at, c.bytes(1)[:c.result])
		h.at += c.result
	case "pwrite64":
		h.write(c.number(3), c.bytes(1)[:c.result])
	case "ftruncate":
		h.write(c.number(1), nil)
	}
}

func (c *contents) write(at int64, data []byte) {
	c.writes = append(c.writes, change{at: at, data: data})
}

func (c *contents) sync(failed bool) {
	clean := true
	for i := range c.writes {
		w := &c.writes[i]
		switch {
		case w.fate == pending && failed:
			w.fate = doubtful
		case w.fate == pending:
			w.fate = certain
		}
		clean = clean && w.fate == certain
	}
	if clean {
		c.base, c.writes = c.image(chance{}), nil
	}
}

// chance decides what of the unsynced reaches the disk.
type chance struct {
	random *rand.Rand
	part   float64 // of the sectors, or of the moves
	sector int64
}

func newChance(random *rand.Rand) chance {
	parts := []float64{0, 0.03, 0.2, 0.5, 0.8, 0.97, 1}
	sectors := []int64{512, 4096}
	return chance{random, parts[random.IntN(len(parts))], sectors[random.IntN(len(sectors))]}
}

func (c chance) hit() bool { return c.random.Float64() < c.part }

// image is what a disk may hold of the file.
func (c *contents) image(by chance) []byte {
	image := append([]byte(nil), c.base...)
	for _, w := range c.writes {
		switch {
		case w.fate == certain:
			image = w.put(image)
		case w.data == nil && by.hit():
			image = w.put(image)
		case w.data != nil:
			for _, piece := range w.pieces(by.sector) {
				if by.hit() {
					image = piece.put(image)
				}
			}
		}
	}
	return image
}

func (w change) put(image []byte) []byte {
	end := w.at + int64(len(w.data))
	if grow := end - int64(len(image)); grow > 0 {
		image = append(image, make([]byte, grow)...)
	}
	if w.data == nil {
		return image[:w.at]
	}
	copy(image[w.at:], w.data)
	return image
}

// pieces cuts a write at the bounds of sectors.
func (w change) pieces(sector int64) (list []change) {
	for at, data := w.at, w.data; len(data) > 0; {
		n := min(sector-at%sector, int64(len(data)))
		list = append(list, change{at: at, data: data[:n]})
		at, data = at+n, data[n:]
	}
	return list
}

// image is what the disk may hold after a power cut now. Moves get there in
// order as far as they get, as in a journal of the file system, or any of them.
func (d *disk) image(random *rand.Rand) map[string][]byte {
	names := maps.Clone(d.kept)
	by := newChance(random)
	inOrder := random.IntN(2) == 0
	reached := random.IntN(len(d.moves) + 1)
	for i, m := range d.moves {
		if inOrder && i < reached || !inOrder && by.hit() {
			m.do(names)
		}
	}
	image := map[string][]byte{}
	for name, c := range names {
		image[name] = c.image(by)
	}
	return image
}
