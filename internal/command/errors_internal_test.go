package command

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"snijvlak/internal/exchange"
	"snijvlak/internal/landscape"
	"snijvlak/internal/scene"
	"snijvlak/internal/words"
	"snijvlak/internal/workspace"
)

func TestEveryErrorHasItsSentenceAndCode(t *testing.T) {
	later := workspace.JournalEntry{Seq: 7, Author: "K. Bakker", At: time.Date(2026, 11, 22, 14, 2, 0, 0, time.Local)}
	for _, c := range []struct {
		err   error
		code  int
		holds string
	}{
		{&workspace.Conflict{Key: "n/t1-1", Later: later}, exitFault, "K. Bakker, 22 november 2026 14:02 (regel 7)"},
		{&landscape.ConflictError{Key: "n/t1-1"}, exitFault, "t1-1 is intussen gewijzigd"},
		{workspace.ErrConflict, exitFault, "Anderen wijzigen l.snijvlak"},
		{&fileError{"x.snijvlak", fmt.Errorf("open: %w", workspace.ErrBusy)}, exitFault, "houdt x.snijvlak vast"},
		{workspace.ErrMissing, exitFault, "l.snijvlak is er niet"},
		{workspace.ErrExists, exitFault, "blijft zoals het is"},
		{workspace.ErrEmpty, exitFault, "is leeg"},
		{workspace.ErrForeign, exitFault, "geen landschapsbestand"},
		{workspace.ErrNewer, exitFault, "nieuwere versie"},
		{fmt.Errorf("%w: %w", workspace.ErrDamaged, &landscape.Invalid{}), exitFault, "beschadigd of afgekapt"},
		{workspace.ErrReadOnly, exitFault, "kan niet worden geschreven"},
		{workspace.ErrNoSpace, exitFault, "Maak ruimte vrij"},
		{workspace.ErrUnknown, exitFault, "Het is niet zeker"},
		{workspace.ErrNothing, exitUse, "niets om te wijzigen"},
		{workspace.ErrNoUndo, exitUse, "niets om ongedaan te maken"},
		{workspace.ErrNoRedo, exitUse, "niets om opnieuw te doen"},
		{&workspace.NoEntry{Seq: 9, Last: 3}, exitUse, "geen regel 9. De laatste is 3"},
		{&workspace.TakenID{ID: "t1-1"}, exitUse, "'t1-1' is al in gebruik"},
		{&workspace.TakenRelation{Ref: "a/owns/b"}, exitUse, "a/owns/b is er al"},
		{&workspace.WhichRelation{Ref: "a/owns/b"}, exitUse, "a/owns/b is er niet"},
		{&landscape.UnknownID{ID: "x"}, exitUse, "Zoek het id op"},
		{&landscape.UnknownID{ID: "xx", Near: []landscape.ID{"y"}}, exitUse, "Bedoelt u: y?"},
		{exchange.Faults{{File: "a.yaml", Line: 3, Code: exchange.NoAlias}}, exitFault, "a.yaml:3: "},
		{scene.ErrNothingSince, exitUse, "Kies bij --since een latere dag"},
		{ErrNoDrawer, exitFault, "zonder tekenaar"},
		{context.Canceled, exitFault, "Afgebroken"},
		{errors.New("vacuum failure"), exitFault, "vacuum failure"},
	} {
		for _, lang := range words.Langs {
			a := &app{say: words.In(lang), global: globals{file: "l.snijvlak"}}
			p := a.problem(c.err)
			if p.code != c.code || lang == "nl" && !strings.Contains(p.text, c.holds) {
				t.Errorf("%v: %d, %s", c.err, p.code, p.text)
			}
			if isRaw(p.text) {
				t.Errorf("%v in %s: %s", c.err, lang, p.text)
			}
		}
	}
}

// isRaw recognises a text that was never found or never filled in.
func isRaw(text string) bool {
	for _, key := range []string{"error.", "file.", "finding.", "fault."} {
		if strings.HasPrefix(text, key) {
			return true
		}
	}
	return strings.Contains(text, "{{") || strings.Contains(text, "<no value>") || strings.Contains(text, "''")
}

func TestEveryFindingReadsAsASentence(t *testing.T) {
	codes := []landscape.Code{
		landscape.BadID, landscape.BadType, landscape.NoName, landscape.BadField, landscape.BadValue, landscape.BadBasis,
		landscape.Backward, landscape.InUse, landscape.MissingEnd, landscape.WrongEnds, landscape.BadLink,
		landscape.SelfLink, landscape.Loop,
	}
	for _, lang := range words.Langs {
		a := &app{say: words.In(lang)}
		for _, code := range append(codes, checked...) {
			f := landscape.Finding{Code: code, Key: "n/t1-1", Field: landscape.SeatOf, Args: []string{"owns", "tweede", "derde"}}
			if text := a.finding(f); isRaw(text) || !strings.HasSuffix(text, ".") {
				t.Errorf("%s in %s: %s", code, lang, text)
			}
		}
		many := a.findings([]landscape.Finding{{Code: landscape.NoName, Key: "n/a"}, {Code: landscape.BadID, Key: "n/b"}})
		if strings.Count(many, "\n  - ") != 2 {
			t.Errorf("%s", many)
		}
	}
}

func TestFaultsAreCounted(t *testing.T) {
	var faults exchange.Faults
	for i := range 60 {
		faults = append(faults, exchange.Fault{File: "a.yaml", Line: i + 1, Code: exchange.NoAlias})
	}
	text := (&app{say: words.In("en")}).faults(faults)
	if !strings.Contains(text, "60 things are not right") || !strings.Contains(text, "and 10 more") {
		t.Error(text)
	}
}

func TestEnteredText(t *testing.T) {
	a := &app{say: words.In("nl")}
	for _, c := range []struct {
		text  string
		lines bool
		ok    bool
	}{
		{"  gewoon  ", false, true},
		{"twee\nregels", true, true},
		{"twee\r\nregels", true, true},
		{"twee\nregels", false, false},
		{"tab\tmag", false, true},
		{strings.Repeat("é", maxText), false, true},
		{strings.Repeat("é", maxText+1), false, false},
		{"x\x00y", true, false},
		{"x\x1by", true, false},
		{"x\u0085y", true, false},
		{"x\u202ey", true, false},
		{"x\u2067y", true, false},
		{"x\u2028y", true, false},
		{"x\xffy", true, false},
		{"👩\u200d👧 mag", false, true},
	} {
		_, err := a.entered("veld", c.text, c.lines)
		if (err == nil) != c.ok {
			t.Errorf("%.20q: %v", c.text, err)
		}
	}
}

func TestTableWrapsTheLastColumnAndCutsNothing(t *testing.T) {
	rows := table{heads: []string{"ID", "NAAM"}, rows: [][]string{{"a-1", "een twee drie vier vijf zes zeven acht negen tien"}, {"é", "kort"}}}
	for width, want := range map[int]string{
		0:  "ID   NAAM\na-1  een twee drie vier vijf zes zeven acht negen tien\né    kort\n",
		40: "ID   NAAM\na-1  een twee drie vier vijf zes zeven\n     acht negen tien\né    kort\n",
		10: "ID   NAAM\na-1  een twee drie vier vijf zes\n     zeven acht negen tien\né    kort\n",
	} {
		var b bytes.Buffer
		if err := rows.write(&b, width); err != nil || b.String() != want {
			t.Errorf("%d: %v\n%s", width, err, b.String())
		}
	}
	if lines := wrap("onafscheidelijkwoord x", 5); lines[0] != "onafscheidelijkwoord" {
		t.Errorf("%q", lines)
	}
}

func TestLanguageIsFoundBeforeTheOptionsAreRead(t *testing.T) {
	env := func(string) string { return "en" }
	for want, lines := range map[string][][]string{
		"nl": {{"list", "--lang", "nl"}, {"--lang=nl", "x"}},
		"en": {{}, {"--lang", "en"}, {"--lang"}, {"--", "--lang", "nl"}},
	} {
		for _, args := range lines {
			if got := langOf(args, env); got != want {
				t.Errorf("%q: %s, want %s", args, got, want)
			}
		}
	}
}
