package words_test

import (
	"encoding/json"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"testing"

	"snijvlak/assets"
	"snijvlak/internal/landscape"
	"snijvlak/internal/words"
)

// texts reads all texts of a language, each with its forms joined.
func texts(t *testing.T, lang string) map[string]string {
	t.Helper()
	all := map[string]string{}
	names, err := fs.Glob(assets.Translations, "translations/*."+lang+".json")
	if err != nil || len(names) == 0 {
		t.Fatal("no texts", err)
	}
	for _, name := range names {
		b, _ := fs.ReadFile(assets.Translations, name)
		var file map[string]any
		if err := json.Unmarshal(b, &file); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		for key, v := range file {
			if _, double := all[key]; double {
				t.Errorf("%s stands in two files", key)
			}
			forms, _ := json.Marshal(v)
			all[key] = string(forms)
		}
	}
	return all
}

// holes are the names between {{ and }} in a text.
func holes(text string) []string {
	var found []string
	for {
		_, rest, ok := strings.Cut(text, "{{.")
		if !ok {
			slices.Sort(found)
			return slices.Compact(found)
		}
		name, after, _ := strings.Cut(rest, "}}")
		found, text = append(found, name), after
	}
}

func TestBothLanguagesSayTheSame(t *testing.T) {
	nl, en := texts(t, "nl"), texts(t, "en")
	for _, key := range slices.Sorted(maps.Keys(nl)) {
		other, ok := en[key]
		if !ok {
			t.Errorf("%s is not in English", key)
			continue
		}
		if a, b := holes(nl[key]), holes(other); !slices.Equal(a, b) {
			t.Errorf("%s has %v in Dutch and %v in English", key, a, b)
		}
	}
	for key := range en {
		if _, ok := nl[key]; !ok {
			t.Errorf("%s is not in Dutch", key)
		}
	}
}

func TestEveryFixedValueHasItsWord(t *testing.T) {
	values := map[string][]string{}
	for _, typ := range landscape.Types {
		values["type"] = append(values["type"], string(typ))
		values["types"] = append(values["types"], string(typ))
		for _, s := range landscape.FieldsOf(typ) {
			values["field"] = append(values["field"], string(s.Field))
		}
	}
	for _, s := range landscape.Links {
		values["link"] = append(values["link"], string(s.Link))
	}
	for _, s := range landscape.Statuses {
		values["status"] = append(values["status"], string(s))
	}
	for _, s := range landscape.States {
		values["state"] = append(values["state"], string(s))
	}
	for _, c := range landscape.Certainties {
		values["certainty"] = append(values["certainty"], string(c))
	}
	for _, a := range landscape.Audiences {
		values["audience"] = append(values["audience"], string(a))
	}
	values["stage"], values["grade"] = landscape.Stages, landscape.Grades
	for field, prefix := range map[landscape.Field]string{
		landscape.KindOf: "kind", landscape.PhaseOf: "phase", landscape.ActorGroup: "actor-group",
		landscape.Role: "role", landscape.SeatOf: "seat", landscape.List: "list",
		landscape.OutcomeOf: "outcome", landscape.ActionKind: "action-kind",
	} {
		for _, s := range landscape.Fields {
			if s.Field == field {
				values[prefix] = append(values[prefix], s.Choices...)
			}
		}
	}
	for _, lang := range words.Langs {
		w := words.In(lang)
		for prefix, all := range values {
			for _, v := range all {
				if !w.Has(prefix + "." + v) {
					t.Errorf("%s: no word for %s.%s", lang, prefix, v)
				}
			}
		}
	}
}

func TestDatesInBothLanguages(t *testing.T) {
	for _, c := range []struct{ lang, date, long, short string }{
		{"nl", "2026-11-02", "2 november 2026", "2 nov 2026"},
		{"en", "2026-03", "March 2026", "Mar 2026"},
		{"nl", "2025", "2025", "2025"},
		{"nl", "", "onbekend", "onbekend"},
		{"fr", "2026-05", "mei 2026", "mei 2026"},
	} {
		w, d := words.In(c.lang), landscape.MustDate(c.date)
		if w.Date(d) != c.long || w.ShortDate(d) != c.short {
			t.Errorf("%+v: %q and %q", c, w.Date(d), w.ShortDate(d))
		}
	}
}

func TestAnUnknownKeyIsItself(t *testing.T) {
	if got := words.In("nl").T("no.such.key"); got != "no.such.key" {
		t.Errorf("got %q", got)
	}
}
