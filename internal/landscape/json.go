package landscape

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
)

// The JSON of nodes and relations (CONTRACTS 4): one form for the store, the
// journal, the export and the commands. A node is flat, {"id", "type", …fields,
// "claims": {field: {…}}, "history": {field: [{…}]}}; claims speak of the
// values above them, history of older ones.

// object writes a JSON object with its members in the order they are added.
type object struct {
	bytes.Buffer
	err error
}

func (o *object) add(key string, value any) {
	if o.Len() == 0 {
		o.WriteByte('{')
	} else {
		o.WriteByte(',')
	}
	k, _ := json.Marshal(key) // a string
	v, err := marshalPlain(value)
	if err != nil && o.err == nil {
		o.err = err
	}
	o.Write(k)
	o.WriteByte(':')
	o.Write(v)
}

// marshalPlain is json.Marshal that leaves <, > and & as they are.
func marshalPlain(v any) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	err := enc.Encode(v)
	return bytes.TrimRight(b.Bytes(), "\n"), err
}

func (o *object) end() ([]byte, error) {
	o.WriteByte('}')
	return o.Bytes(), o.err
}

// nullable writes an unknown date as null.
type nullable struct{ Date }

func (n nullable) MarshalJSON() ([]byte, error) {
	if !n.Known() {
		return []byte("null"), nil
	}
	return json.Marshal(n.String())
}

func (n *nullable) UnmarshalJSON(b []byte) error {
	var s *string
	if err := json.Unmarshal(b, &s); err != nil || s == nil {
		return err
	}
	return n.UnmarshalText([]byte(*s))
}

type claimJSON struct {
	Value     []string   `json:"value,omitempty"`
	Certainty *Certainty `json:"certainty"`
	Evidence  []Evidence `json:"evidence"`
	Start     nullable   `json:"start"`
	End       nullable   `json:"end"`
}

func toClaimJSON(c Claim, withValue bool) claimJSON {
	j := claimJSON{Evidence: c.Evidence, Start: nullable{c.Start}, End: nullable{c.End}}
	if c.Certainty != "" {
		j.Certainty = &c.Certainty
	}
	if j.Evidence == nil {
		j.Evidence = []Evidence{}
	}
	if withValue {
		j.Value = c.Values
	}
	return j
}

func (j claimJSON) claim(values []string) Claim {
	c := Claim{Values: values, Period: Period{j.Start.Date, j.End.Date}, Basis: Basis{Evidence: j.Evidence}}
	if j.Certainty != nil {
		c.Certainty = *j.Certainty
	}
	if len(c.Evidence) == 0 {
		c.Evidence = nil
	}
	return c
}

// MarshalJSON writes the node with the fields it has.
func (n *Node) MarshalJSON() ([]byte, error) {
	var o object
	o.add("id", n.ID)
	o.add("type", n.Type)
	n.addFields(&o, false)
	n.addClaims(&o)
	return o.end()
}

// addFields adds the values; with all also those that are not set, as null or
// an empty list.
func (n *Node) addFields(o *object, all bool) {
	for _, spec := range FieldsOf(n.Type) {
		c, ok := n.Claim(spec.Field)
		if ok || all {
			o.add(spec.JSON(), spec.toJSON(c.Values))
		}
	}
}

func (n *Node) addClaims(o *object) {
	claims, history := map[string]claimJSON{}, map[string][]claimJSON{}
	for f, cs := range n.claims {
		spec, err := FieldSpecOf(n.Type, f)
		if err != nil {
			continue // Apply lets no such field in
		}
		last := len(cs) - 1
		claims[spec.JSON()] = toClaimJSON(cs[last], false)
		for _, c := range cs[:last] {
			history[spec.JSON()] = append(history[spec.JSON()], toClaimJSON(c, true))
		}
	}
	o.add("claims", claims)
	if len(history) > 0 {
		o.add("history", history)
	}
}

// toJSON gives the values as the field's form has them in JSON.
func (s FieldSpec) toJSON(values []string) any {
	switch {
	case s.Many():
		return append([]string{}, values...)
	case len(values) == 0:
		return nil
	case s.Form == FlagForm:
		return values[0] == "true"
	case s.Form == NumberForm:
		return json.Number(values[0])
	}
	return values[0]
}

// fromJSON reads what toJSON gave.
func (s FieldSpec) fromJSON(raw json.RawMessage) ([]string, error) {
	switch raw[0] {
	case 'n': // null
		return nil, nil
	case '[':
		var list []string
		err := json.Unmarshal(raw, &list)
		return list, err
	case '"':
		var v string
		err := json.Unmarshal(raw, &v)
		return []string{v}, err
	case '{':
		return nil, fmt.Errorf("%s: %w", raw, ErrValue)
	}
	return []string{string(raw)}, nil // a number or a truth value, as it stands
}

// UnmarshalJSON reads a node; it refuses fields that the type does not have.
func (n *Node) UnmarshalJSON(b []byte) error {
	var members map[string]json.RawMessage
	if err := json.Unmarshal(b, &members); err != nil {
		return err
	}
	var head struct {
		id      ID
		typ     Type
		claims  map[string]claimJSON
		history map[string][]claimJSON
	}
	for key, to := range map[string]any{"id": &head.id, "type": &head.typ, "claims": &head.claims, "history": &head.history} {
		if raw := members[key]; raw != nil {
			if err := json.Unmarshal(raw, to); err != nil {
				return fmt.Errorf("%s: %w", key, err)
			}
		}
		delete(members, key)
	}
	read := &Node{ID: head.id, Type: head.typ, claims: make(map[Field][]Claim, len(members))}
	for _, spec := range FieldsOf(head.typ) {
		key := spec.JSON()
		claims, err := readClaims(spec, members[key], head.claims[key], head.history[key])
		if err != nil {
			return fmt.Errorf("%s: %s: %w", head.id, key, err)
		}
		delete(members, key)
		if claims = inOrder(claims); len(claims) > 0 {
			read.claims[spec.Field] = claims
		}
	}
	if len(members) > 0 {
		return fmt.Errorf("%s: %w", head.id, &UnknownField{Type: head.typ, Field: slices.Sorted(maps.Keys(members))[0]})
	}
	*n = *read
	return nil
}

func readClaims(spec FieldSpec, raw json.RawMessage, newest claimJSON, older []claimJSON) ([]Claim, error) {
	var claims []Claim
	for _, j := range older {
		claims = append(claims, j.claim(j.Value))
	}
	if raw == nil {
		return claims, nil
	}
	values, err := spec.fromJSON(raw)
	if err != nil {
		return nil, err
	}
	return append(claims, newest.claim(values)), nil
}
