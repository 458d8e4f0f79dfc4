package exchange

import (
	"bytes"
	"fmt"

	"go.yaml.in/yaml/v3"
)

// Method is the fixed lists of the agenda's way of working, as shipped.
type Method struct {
	Format      string       `yaml:"format"`
	Ladder      []MethodItem `yaml:"ladder"`
	ActionKinds []MethodItem `yaml:"action-kinds"`
	Criteria    []MethodItem `yaml:"criteria"`
	Seats       []MethodItem `yaml:"seats"`
	Levels      []MethodItem `yaml:"levels"`
	Dimensions  []MethodItem `yaml:"dimensions"`
	Admission   []MethodItem `yaml:"admission"`
	Phases      []MethodItem `yaml:"phases"`
	ActorGroups []MethodItem `yaml:"actor-groups"`
}

// MethodItem is one entry of a fixed list in both languages, with its source.
type MethodItem struct {
	ID        string `yaml:"id"`
	Number    int    `yaml:"number"`
	NL        string `yaml:"nl"`
	EN        string `yaml:"en"`
	MeaningNL string `yaml:"meaning-nl"`
	MeaningEN string `yaml:"meaning-en"`
	Source    struct {
		Document string `yaml:"document"`
		Section  string `yaml:"section"`
		Note     string `yaml:"note"`
	} `yaml:"source"`
}

// ReadMethod reads the fixed lists; an unknown key is a fault.
func ReadMethod(data []byte) (Method, error) {
	var m Method
	dec := yaml.NewDecoder(bytes.NewReader(data))
	dec.KnownFields(true)
	if err := dec.Decode(&m); err != nil {
		return Method{}, fmt.Errorf("method: %w", err)
	}
	return m, nil
}
