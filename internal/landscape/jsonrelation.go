package landscape

import (
	"bytes"
	"encoding/json"
)

// The JSON of relations and edits; nodes and the form of both are in json.go.

type relationJSON struct {
	From      ID         `json:"from"`
	Kind      Link       `json:"kind"`
	To        ID         `json:"to"`
	Start     nullable   `json:"start"`
	End       nullable   `json:"end"`
	Certainty Certainty  `json:"certainty"`
	Evidence  []Evidence `json:"evidence"`
	Audience  Audience   `json:"audience,omitempty"`
	Extent    string     `json:"extent,omitempty"`
	Remainder string     `json:"remainder,omitempty"`
	AskedTo   string     `json:"asked_to,omitempty"`
	Stage     string     `json:"stage,omitempty"`
	Since     *nullable  `json:"since,omitempty"`
	LookBack  *nullable  `json:"look_back,omitempty"`
	Order     int        `json:"order,omitempty"`
	Grade     string     `json:"grade,omitempty"`
	Justified bool       `json:"justified,omitempty"`
	Reason    string     `json:"reason,omitempty"`
}

// MarshalJSON writes the relation; unknown dates are null.
func (r Relation) MarshalJSON() ([]byte, error) { return marshalPlain(r.toJSON()) }

func (r Relation) toJSON() relationJSON {
	j := relationJSON{
		From: r.From, Kind: r.Link, To: r.To, Start: nullable{r.Start}, End: nullable{r.End},
		Certainty: r.Certainty, Evidence: r.Evidence, Audience: r.Audience,
		Extent: r.Extent, Remainder: r.Remainder, AskedTo: r.AskedTo, Stage: r.Stage, Order: r.Order,
		Grade: r.Grade, Justified: r.Justified, Reason: r.Reason,
	}
	if j.Evidence == nil {
		j.Evidence = []Evidence{}
	}
	if r.Since.Known() {
		j.Since = &nullable{r.Since}
	}
	if r.LookBack.Known() {
		j.LookBack = &nullable{r.LookBack}
	}
	return j
}

// UnmarshalJSON reads what MarshalJSON wrote.
func (r *Relation) UnmarshalJSON(b []byte) error {
	var j relationJSON
	dec := json.NewDecoder(bytes.NewReader(b))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&j); err != nil {
		return err
	}
	*r = Relation{
		From: j.From, Link: j.Kind, To: j.To, Period: Period{j.Start.Date, j.End.Date},
		Basis: Basis{Certainty: j.Certainty, Evidence: j.Evidence}, Audience: j.Audience,
		Extent: j.Extent, Remainder: j.Remainder, AskedTo: j.AskedTo, Stage: j.Stage, Order: j.Order,
		Grade: j.Grade, Justified: j.Justified, Reason: j.Reason,
	}
	if len(r.Evidence) == 0 {
		r.Evidence = nil
	}
	if j.Since != nil {
		r.Since = j.Since.Date
	}
	if j.LookBack != nil {
		r.LookBack = j.LookBack.Date
	}
	return nil
}

type editJSON struct {
	Key    Key             `json:"key"`
	Before json.RawMessage `json:"before"`
	After  json.RawMessage `json:"after"`
}

// MarshalJSON writes the records before and after, null where there is none.
func (e Edit) MarshalJSON() ([]byte, error) {
	before, err := e.Before.marshal()
	if err != nil {
		return nil, err
	}
	after, err := e.After.marshal()
	if err != nil {
		return nil, err
	}
	return marshalPlain(editJSON{e.Key, before, after})
}

func (r *Record) marshal() (json.RawMessage, error) {
	switch {
	case r == nil:
		return json.RawMessage("null"), nil
	case r.Node != nil:
		return r.Node.MarshalJSON()
	}
	return r.Relation.MarshalJSON()
}

// UnmarshalJSON reads what MarshalJSON wrote.
func (e *Edit) UnmarshalJSON(b []byte) error {
	var j editJSON
	if err := json.Unmarshal(b, &j); err != nil {
		return err
	}
	before, err := unmarshalRecord(j.Key, j.Before)
	if err != nil {
		return err
	}
	after, err := unmarshalRecord(j.Key, j.After)
	*e = Edit{Key: j.Key, Before: before, After: after}
	return err
}

func unmarshalRecord(key Key, b json.RawMessage) (*Record, error) {
	if len(b) == 0 || string(b) == "null" {
		return nil, nil //nolint:nilnil // no record is a value here
	}
	if key.IsNode() {
		n := new(Node)
		return &Record{Node: n}, json.Unmarshal(b, n)
	}
	r := new(Relation)
	return &Record{Relation: r}, json.Unmarshal(b, r)
}
