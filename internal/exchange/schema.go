package exchange

import (
	"encoding/json"
	"slices"

	"snijvlak/internal/landscape"
)

// The JSON Schemas of our two forms are made from the model's own tables, so
// that they cannot say anything else than the readers do.

type schema = map[string]any

// YAMLSchema is the schema of the YAML form, the one of the shipped data.
func YAMLSchema() ([]byte, error) {
	properties := schema{"format": schema{"const": Format}, "relations": list(looseRelationSchema())}
	for _, t := range landscape.Types {
		properties[t.Plural()] = list(entrySchema(t))
	}
	return write("Snijvlak landscape, YAML", schema{
		"type": "object", "required": []string{"format"},
		"properties": labelSchema(properties), "additionalProperties": false,
	})
}

// JSONSchema is the schema of the JSON form (CONTRACTS 4).
func JSONSchema() ([]byte, error) {
	node := schema{"oneOf": nodeSchemas()}
	return write("Snijvlak landscape, JSON", schema{
		"type": "object", "required": []string{"format", "nodes", "relations", "terms", "journal_head"},
		"properties": labelSchema(schema{
			"format": schema{"const": Format}, "nodes": list(node), "terms": list(node),
			"relations": list(relationSchema()), "journal_head": schema{"type": []string{"string", "null"}},
		}),
		"additionalProperties": false,
	})
}

func write(title string, body schema) ([]byte, error) {
	body["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	body["title"] = title
	b, err := json.MarshalIndent(body, "", "  ")
	return append(b, '\n'), err
}

func list(of schema) schema { return schema{"type": "array", "items": of} }

var (
	slug      = schema{"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}
	text      = schema{"type": "string"}
	certainty = schema{"enum": []string{"stated", "inferred", "confirmed"}}
	// A year is a number in YAML.
	date = schema{"type": []string{"string", "integer", "null"}, "pattern": `^\d{4}(-\d{2}(-\d{2})?)?$`}
)

// valueSchema is what one value of a field may be.
func valueSchema(s landscape.FieldSpec) schema {
	switch {
	case s.Form == landscape.NumberForm:
		return schema{"type": "integer", "minimum": 0}
	case s.Form == landscape.FlagForm:
		return schema{"type": "boolean"}
	case s.Form == landscape.DateForm || s.Form == landscape.DateListForm:
		return date
	case len(s.Choices) > 0:
		return schema{"enum": s.Choices}
	}
	return text
}

func fieldSchema(s landscape.FieldSpec) schema {
	if s.Many() {
		return list(valueSchema(s))
	}
	return valueSchema(s)
}

func evidenceSchema() schema {
	return schema{"type": "object", "additionalProperties": false, "properties": schema{
		"document": slug, "section": text, "note": text,
	}}
}

// sourceSchema: one piece of evidence, several, or a plain note.
func sourceSchema() schema {
	return schema{"oneOf": []schema{text, evidenceSchema(), list(evidenceSchema())}}
}

func entrySchema(t landscape.Type) schema {
	properties := schema{"id": slug, "certainty": certainty, "source": sourceSchema()}
	claims, history := schema{}, schema{}
	for _, s := range landscape.FieldsOf(t) {
		f := string(s.Field)
		properties[f] = fieldSchema(s)
		if s.Many() { // a single value may stand without a list
			properties[f] = schema{"oneOf": []schema{fieldSchema(s), valueSchema(s)}}
		}
		claims[f] = claimSchema(nil)
		history[f] = list(claimSchema(fieldSchema(s)))
	}
	properties["claims"] = schema{"type": "object", "properties": claims, "additionalProperties": false}
	properties["history"] = schema{"type": "object", "properties": history, "additionalProperties": false}
	for _, s := range landscape.Links {
		if slices.Contains(s.From, t) {
			properties[string(s.Link)] = list(schema{"oneOf": []schema{slug, outgoingSchema()}})
		}
	}
	return schema{
		"type": "object", "required": []string{"id", "name"},
		"properties": properties, "additionalProperties": false,
	}
}

func claimSchema(value schema) schema {
	properties := schema{"certainty": certainty, "source": sourceSchema(), "start": date, "end": date}
	if value != nil {
		properties["value"] = value
	}
	return schema{"type": "object", "properties": properties, "additionalProperties": false}
}

// relationDetails are the members that both forms share but for the hyphens.
func relationDetails(lookBack, askedTo string) schema {
	return schema{
		"to": slug, "start": date, "end": date, "certainty": certainty,
		"audience": schema{"enum": audiences()}, "extent": text, "remainder": text, askedTo: text,
		"stage": schema{"enum": landscape.Stages}, "since": date, lookBack: date,
		"order": schema{"type": "integer"}, "grade": schema{"enum": landscape.Grades},
		"justified": schema{"type": "boolean"}, "reason": text,
	}
}

func audiences() []string {
	var names []string
	for _, a := range landscape.Audiences {
		names = append(names, string(a))
	}
	return names
}

func outgoingSchema() schema {
	properties := relationDetails("look-back", "asked-to")
	properties["source"] = sourceSchema()
	return schema{"type": "object", "required": []string{"to"}, "properties": properties, "additionalProperties": false}
}

func looseRelationSchema() schema {
	s := outgoingSchema()
	properties, _ := s["properties"].(schema)
	properties["from"], properties["kind"] = slug, linkNames()
	s["required"] = []string{"from", "kind", "to"}
	return s
}

func linkNames() schema {
	var names []string
	for _, s := range landscape.Links {
		names = append(names, string(s.Link))
	}
	return schema{"enum": names}
}

func relationSchema() schema {
	properties := relationDetails("look_back", "asked_to")
	properties["from"], properties["kind"] = slug, linkNames()
	properties["evidence"] = list(evidenceSchema())
	return schema{
		"type": "object", "required": []string{"from", "kind", "to", "start", "end", "certainty", "evidence"},
		"properties": properties, "additionalProperties": false,
	}
}

func nodeSchemas() []schema {
	var all []schema
	for _, t := range landscape.Types {
		properties := schema{"id": slug, "type": schema{"const": string(t)}}
		claims, history := schema{}, schema{}
		for _, s := range landscape.FieldsOf(t) {
			properties[s.JSON()] = fieldSchema(s)
			claims[s.JSON()] = jsonClaimSchema()
			history[s.JSON()] = list(jsonClaimSchema())
		}
		properties["claims"] = schema{"type": "object", "properties": claims, "additionalProperties": false}
		properties["history"] = schema{"type": "object", "properties": history, "additionalProperties": false}
		all = append(all, schema{
			"type": "object", "required": []string{"id", "type", "name", "claims"},
			"properties": properties, "additionalProperties": false,
		})
	}
	return all
}

func jsonClaimSchema() schema {
	return schema{"type": "object", "properties": schema{
		"value": list(text), "certainty": schema{"enum": []any{"stated", "inferred", "confirmed", nil}},
		"evidence": list(evidenceSchema()), "start": date, "end": date,
	}, "additionalProperties": false}
}
