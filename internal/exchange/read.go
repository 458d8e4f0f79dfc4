package exchange

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"

	"snijvlak/internal/landscape"
)

// Format names the form and version of our files.
const Format = "snijvlak/1"

// maxFile is the largest file read, in bytes.
const maxFile = 32 << 20

// Source is one file to read: its name, whose extension says what it is, and
// its contents.
type Source struct {
	Name string
	Data []byte
}

// Read makes a landscape of one or more files together. The error is a Faults
// with every fault of every file.
func Read(sources ...Source) (*landscape.Landscape, error) {
	l, _, err := ReadOnto(landscape.New(), sources...)
	return l, err
}

// ReadOnto is Read for files that add to a landscape: they may name what is in
// it, and of a record that is there they need only say what is different. It
// gives the landscape with the files' records, and the keys of these.
func ReadOnto(base *landscape.Landscape, sources ...Source) (*landscape.Landscape, []landscape.Key, error) {
	b := newBatch()
	for _, s := range sources {
		b.read(s)
	}
	edits, keys := b.edits(base)
	l, err := base.Apply(edits)
	var invalid *landscape.Invalid
	if errors.As(err, &invalid) {
		b.locate(invalid.Findings)
	} else if err != nil {
		return nil, nil, err
	}
	if len(b.faults) > 0 {
		return nil, nil, b.faults.sorted()
	}
	return l, keys, nil
}

// ReadFS reads all YAML files of a folder whose first list is a type of node;
// it is how the shipped landscape is loaded.
func ReadFS(files fs.FS, names ...string) (*landscape.Landscape, error) {
	var sources []Source
	for _, name := range names {
		data, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, fmt.Errorf("shipped landscape: %w", err)
		}
		sources = append(sources, Source{Name: name, Data: data})
	}
	return Read(sources...)
}

// ReadAll reads a file to its end, up to the largest size allowed.
func ReadAll(name string, r io.Reader) (Source, error) {
	data, err := io.ReadAll(io.LimitReader(r, maxFile+1))
	if err != nil {
		return Source{}, fmt.Errorf("read %s: %w", name, err)
	}
	return Source{Name: name, Data: data}, nil
}

// batch gathers the records of all files before the landscape is made, so that
// files may refer to each other in any order.
type batch struct {
	records []landscape.Record
	places  map[landscape.Key]place
	fields  map[fieldKey]int
	faults  Faults
}

// fieldKey is a field of a record; a finding about it is at its own line.
type fieldKey struct {
	key   landscape.Key
	field landscape.Field
}

type place struct {
	file string
	line int
}

func newBatch() *batch {
	return &batch{places: map[landscape.Key]place{}, fields: map[fieldKey]int{}}
}

func (b *batch) read(s Source) {
	if len(s.Data) > maxFile {
		b.fault(s.Name, 0, TooLarge, fmt.Sprint(maxFile>>20))
		return
	}
	if line := noText(s.Data); line > 0 {
		b.fault(s.Name, line, NotTextFile)
		return
	}
	b.readText(s)
}

func (b *batch) readText(s Source) {
	switch strings.ToLower(path.Ext(s.Name)) {
	case ".yaml", ".yml":
		b.readYAML(s)
	case ".json":
		b.readJSON(s)
	default:
		b.fault(s.Name, 0, UnknownKind, path.Ext(s.Name))
	}
}

func (b *batch) fault(file string, line int, code Code, args ...string) {
	b.faults = append(b.faults, Fault{File: file, Line: line, Code: code, Args: args})
}

// add keeps a record and where it stood; a second one of the same key is a
// fault.
func (b *batch) add(file string, line int, r landscape.Record) {
	key := r.Key()
	if first, ok := b.places[key]; ok {
		subject := landscape.Finding{Key: key}.Subject()
		b.fault(file, line, DoubleID, subject, fmt.Sprintf("%s:%d", first.file, first.line))
		return
	}
	b.places[key] = place{file, line}
	clean, err := r.Clean()
	var wrong *landscape.TextError
	if errors.As(err, &wrong) {
		if at, ok := b.fields[fieldKey{key, wrong.Field}]; ok {
			line = at
		}
		b.fault(file, line, Invisible, landscape.Finding{Key: key}.Subject(), string(wrong.Field))
		return
	}
	b.records = append(b.records, *clean)
}

// locate turns the model's findings into faults of the lines they came from.
// Where something could not be read, what is missing may be just that.
func (b *batch) locate(findings []landscape.Finding) {
	unread := len(b.faults) > 0
	for _, f := range findings {
		if unread && (f.Code == landscape.MissingEnd || f.Code == landscape.NoName) {
			continue
		}
		at := b.placeOf(f)
		line, ok := b.fields[fieldKey{f.Key, f.Field}]
		if !ok {
			line = at.line
		}
		b.faults = append(b.faults, Fault{File: at.file, Line: line, Finding: &f})
	}
}

// placeOf finds the record that a finding is about. A loop is that of its first
// relation in the files.
func (b *batch) placeOf(f landscape.Finding) place {
	if at, ok := b.places[f.Key]; ok || f.Code != landscape.Loop {
		return at
	}
	for _, rec := range b.records {
		r := rec.Relation
		if r != nil && string(r.Link) == f.Args[0] &&
			slices.Contains(f.Args, string(r.From)) && slices.Contains(f.Args, string(r.To)) {
			return b.places[r.Key()]
		}
	}
	return place{}
}
