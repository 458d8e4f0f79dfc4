package command

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
)

// member is one name and value of a JSON object; members keep their order.
type member struct {
	name  string
	value any
}

type members []member

// MarshalJSON writes the object.
func (ms members) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	for i, m := range ms {
		if i > 0 {
			b.WriteString(", ")
		}
		value, err := plainJSON(m.value)
		if err != nil {
			return nil, err
		}
		fmt.Fprintf(&b, "%q: %s", m.name, value)
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// plainJSON is json.Marshal that leaves <, > and & as they are.
func plainJSON(v any) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	err := enc.Encode(v)
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), err
}

// writeJSON writes an answer over several lines.
func writeJSON(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(v)
}

// writeLine writes a small answer on one line.
func writeLine(w io.Writer, ms members) error {
	b, err := ms.MarshalJSON()
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(w, "%s\n", b)
	return err
}

// orNull gives null for an empty text.
func orNull[S ~string](s S) any {
	if s == "" {
		return nil
	}
	return s
}

// list gives an empty list for none at all.
func list[T any](items []T) []T {
	if items == nil {
		return []T{}
	}
	return items
}
