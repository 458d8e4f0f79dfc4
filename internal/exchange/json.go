package exchange

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"snijvlak/internal/landscape"
)

// file is the JSON of a whole landscape (CONTRACTS 4).
type file struct {
	Format      string            `json:"format"`
	Audience    string            `json:"audience"`
	Status      string            `json:"status"`
	Nodes       []json.RawMessage `json:"nodes"`
	Relations   []json.RawMessage `json:"relations"`
	Terms       []json.RawMessage `json:"terms"`
	JournalHead *string           `json:"journal_head"`
}

// WriteJSON writes the landscape with its label, one record a line so that two
// exports can be compared.
func WriteJSON(w io.Writer, l *landscape.Landscape, label Label) error {
	var terms []*landscape.Node
	var nodes []*landscape.Node
	for _, n := range l.Nodes() {
		if n.Type == landscape.Term {
			terms = append(terms, n)
		} else {
			nodes = append(nodes, n)
		}
	}
	out := &lines{w: w}
	out.print("{\"format\": %q,\n", Format)
	for _, m := range label.members() {
		out.print("%q: %q,\n", m[0], m[1])
	}
	writeList(out, "nodes", nodes)
	writeList(out, "relations", l.Relations())
	writeList(out, "terms", terms)
	if label.Head == "" {
		out.print("\"journal_head\": null}\n")
	} else {
		out.print("\"journal_head\": %q}\n", label.Head)
	}
	return out.err
}

// lines remembers the first error of many writes.
type lines struct {
	w   io.Writer
	err error
}

func (l *lines) print(format string, args ...any) {
	if l.err == nil {
		_, l.err = fmt.Fprintf(l.w, format, args...)
	}
}

func writeList[T json.Marshaler](out *lines, name string, items []T) {
	out.print("%q: [", name)
	for i, item := range items {
		b, err := item.MarshalJSON()
		if err != nil && out.err == nil {
			out.err = err
		}
		if i > 0 {
			out.print(",")
		}
		out.print("\n  %s", b)
	}
	out.print("],\n")
}

func (b *batch) readJSON(s Source) {
	var f file
	dec := json.NewDecoder(bytes.NewReader(s.Data))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&f); err != nil {
		b.fault(s.Name, lineOf(s.Data, offsetOf(err, dec)), NotJSON, err.Error())
		return
	}
	if code := checkFormat(f.Format); code != "" {
		b.fault(s.Name, 1, code, f.Format, Format)
		return
	}
	at := &finder{data: s.Data, line: 1}
	b.readNodes(s.Name, f.Nodes, at)
	b.readRelations(s.Name, f.Relations, at)
	b.readNodes(s.Name, f.Terms, at)
}

func (b *batch) readNodes(name string, raws []json.RawMessage, at *finder) {
	for _, raw := range raws {
		line, n := at.next(raw), new(landscape.Node)
		if err := json.Unmarshal(raw, n); err != nil {
			b.recordFault(name, line, err)
			continue
		}
		b.add(name, line, landscape.Record{Node: n})
	}
}

func (b *batch) readRelations(name string, raws []json.RawMessage, at *finder) {
	for _, raw := range raws {
		line, r := at.next(raw), new(landscape.Relation)
		if err := json.Unmarshal(raw, r); err != nil {
			b.recordFault(name, line, err)
			continue
		}
		normal := r.Normal()
		b.add(name, line, landscape.Record{Relation: &normal})
	}
}

// recordFault says what is wrong with one record.
func (b *batch) recordFault(name string, line int, err error) {
	var unknown *landscape.UnknownField
	var date *landscape.BadDate
	key, isUnknown := strings.CutPrefix(err.Error(), "json: unknown field ")
	switch {
	case errors.As(err, &unknown):
		b.fault(name, line, UnknownKey, unknown.Field, strings.Join(entryKeys(unknown.Type), ", "))
	case isUnknown:
		b.fault(name, line, UnknownKey, strings.Trim(key, `"`), relationKeys)
	case errors.As(err, &date):
		b.fault(name, line, BadDate, "", date.Text)
	default:
		b.fault(name, line, BrokenRecord, "id, type, name; from, kind, to")
	}
}

// finder finds the lines of records that are asked for in the order in which
// they stand in the file, in one pass. RawMessage keeps the bytes as they are.
type finder struct {
	data []byte
	at   int
	line int
}

func (f *finder) next(raw []byte) int {
	i := bytes.Index(f.data[f.at:], raw)
	if i < 0 { // the lists stand in another order
		f.at, f.line = 0, 1
		i = max(bytes.Index(f.data, raw), 0)
	}
	f.line += bytes.Count(f.data[f.at:f.at+i], []byte("\n"))
	f.at += i
	return f.line
}

func offsetOf(err error, dec *json.Decoder) int64 {
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		return syntax.Offset
	}
	var typed *json.UnmarshalTypeError
	if errors.As(err, &typed) {
		return typed.Offset
	}
	return dec.InputOffset()
}

func lineOf(data []byte, offset int64) int {
	return 1 + bytes.Count(data[:min(max(offset, 0), int64(len(data)))], []byte("\n"))
}
