package exchange_test

import (
	"bytes"
	"flag"
	"io/fs"
	"os"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v3"

	"snijvlak/data"
	"snijvlak/internal/exchange"
	"snijvlak/internal/landscape"
)

var update = flag.Bool("update", false, "write the schemas beside the data")

const (
	yamlSchema = "../../data/landscape.schema.json"
	jsonSchema = "../../data/export.schema.json"
)

func TestSchemasBesideTheDataAreCurrent(t *testing.T) {
	for path, make := range map[string]func() ([]byte, error){yamlSchema: exchange.YAMLSchema, jsonSchema: exchange.JSONSchema} {
		want, err := make()
		if err != nil {
			t.Fatal(err)
		}
		if *update {
			if err := os.WriteFile(path, want, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		if got, _ := os.ReadFile(path); !bytes.Equal(got, want) {
			t.Errorf("%s is out of date: go test ./internal/exchange -run Schemas -update", path)
		}
	}
}

func compile(t *testing.T, path string) *jsonschema.Schema {
	t.Helper()
	s, err := jsonschema.NewCompiler().Compile(path)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestShippedFilesKeepToTheSchema(t *testing.T) {
	s := compile(t, yamlSchema)
	names, err := fs.Glob(data.Landscape, "*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		if name == data.Method {
			continue
		}
		text, _ := fs.ReadFile(data.Landscape, name)
		if err := s.Validate(asJSON(t, text)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// asJSON reads YAML as a JSON reader would: dates stay text.
func asJSON(t *testing.T, text []byte) any {
	t.Helper()
	var doc yaml.Node
	if err := yaml.Unmarshal(text, &doc); err != nil {
		t.Fatal(err)
	}
	return plain(t, &doc)
}

func plain(t *testing.T, n *yaml.Node) any {
	t.Helper()
	switch n.Kind {
	case yaml.DocumentNode:
		return plain(t, n.Content[0])
	case yaml.MappingNode:
		m := map[string]any{}
		for i := 0; i+1 < len(n.Content); i += 2 {
			m[n.Content[i].Value] = plain(t, n.Content[i+1])
		}
		return m
	case yaml.SequenceNode:
		all := []any{}
		for _, item := range n.Content {
			all = append(all, plain(t, item))
		}
		return all
	}
	if n.Tag == "!!timestamp" {
		return n.Value
	}
	var v any
	if err := n.Decode(&v); err != nil {
		t.Fatal(err)
	}
	return v
}

func TestExportKeepsToTheSchema(t *testing.T) {
	l, err := exchange.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := exchange.WriteJSON(&b, l, exchange.Label{Audience: landscape.Steering}); err != nil {
		t.Fatal(err)
	}
	value, err := jsonschema.UnmarshalJSON(&b)
	if err != nil {
		t.Fatal(err)
	}
	if err := compile(t, jsonSchema).Validate(value); err != nil {
		t.Error(err)
	}
}
