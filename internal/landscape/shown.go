package landscape

// Shown is a node with all there is to say of it on a day, as `show` gives it
// (CONTRACTS 4): every field of its type, null or empty where it is not set,
// its status or state, its claims and its relations.
type Shown struct {
	Node *Node
	// Status is that of an initiative, State that of a bottleneck; "" for
	// other types.
	Status  Status
	State   State
	Out, In []Relation
}

// Show gathers all there is to say of a node. Call it on the landscape as of
// the day.
func (l *Landscape) Show(id ID, day Date) (Shown, error) {
	n, err := l.Find(id)
	if err != nil {
		return Shown{}, err
	}
	s := Shown{Node: n, Out: l.Out(id), In: l.In(id)}
	switch n.Type {
	case Initiative:
		s.Status = StatusOf(n, day)
	case Bottleneck:
		s.State = l.OwnershipOf(id, day).State
	}
	return s, nil
}

// MarshalJSON writes the node in full.
func (s Shown) MarshalJSON() ([]byte, error) {
	var o object
	o.add("id", s.Node.ID)
	o.add("type", s.Node.Type)
	s.Node.addFields(&o, true)
	if s.Status != "" {
		o.add("status", s.Status)
	}
	if s.State != "" {
		o.add("state", s.State)
	}
	claims := map[string]shownClaim{}
	for _, spec := range FieldsOf(s.Node.Type) {
		if c, ok := s.Node.Claim(spec.Field); ok {
			claims[spec.JSON()] = shownClaim{toClaimJSON(c, false), shownEvidence(c.Evidence)}
		}
	}
	o.add("claims", claims)
	o.add("out", shownRelations(s.Out))
	o.add("in", shownRelations(s.In))
	return o.end()
}

// evidenceJSON is evidence with what is not known as null.
type evidenceJSON struct {
	Document *ID     `json:"document"`
	Section  *string `json:"section"`
	Note     *string `json:"note"`
}

// shownClaim and shownRelation differ from the stored form in their evidence.
type shownClaim struct {
	claimJSON
	Evidence []evidenceJSON `json:"evidence"`
}

type shownRelation struct {
	relationJSON
	Evidence []evidenceJSON `json:"evidence"`
}

func shownEvidence(all []Evidence) []evidenceJSON {
	shown := make([]evidenceJSON, len(all))
	for i, e := range all {
		shown[i] = evidenceJSON{known(e.Document), known(e.Section), known(e.Note)}
	}
	return shown
}

// known gives nil for an empty text.
func known[S ~string](s S) *S {
	if s == "" {
		return nil
	}
	return &s
}

func shownRelations(all []Relation) []shownRelation {
	shown := make([]shownRelation, len(all))
	for i, r := range all {
		shown[i] = shownRelation{r.toJSON(), shownEvidence(r.Evidence)}
	}
	return shown
}
