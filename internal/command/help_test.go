package command_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"snijvlak/internal/command"
	"snijvlak/internal/landscape"
)

var commands = []string{
	"", "list", "show", "figure", "check", "add", "set", "link", "unlink", "remove", "journal", "undo", "redo",
	"verify", "restore", "init", "import", "export", "completion", "version", "help",
	"overlap", "overlap matrix", "owner", "judge", "sweep", "move", "answer", "term", "term list", "term add", "term remove",
}

// run runs a command line that needs no file.
func run(t *testing.T, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	var out, errs bytes.Buffer
	env := testEnv()
	env.Out, env.Err = &out, &errs
	env.Getenv = func(string) string { return "" }
	code = command.Run(context.Background(), env, args)
	return code, out.String(), errs.String()
}

func TestHelp(t *testing.T) {
	lines := map[string][]string{}
	for _, c := range commands {
		lines[strings.ReplaceAll(c, " ", "-")] = strings.Fields(c)
	}
	for _, typ := range landscape.Types {
		lines["add-"+string(typ)] = []string{"add", string(typ)}
	}
	for name, args := range lines {
		for _, lang := range []string{"nl", "en"} {
			t.Run(lang+"/"+name, func(t *testing.T) {
				code, out, errs := run(t, append(args, "--help", "--lang", lang)...)
				if code != 0 || errs != "" {
					t.Fatalf("exit %d, %s", code, errs)
				}
				golden(t, filepath.Join("testdata", "help", lang, "snijvlakctl-"+name+".txt"), out)
				checkHelp(t, out, lang)
			})
		}
	}
}

// checkHelp looks for what must be in every help, and what may not.
func checkHelp(t *testing.T, help, lang string) {
	t.Helper()
	_, rest, found := strings.Cut(help, map[string]string{"nl": "Voorbeelden:\n", "en": "Examples:\n"}[lang])
	examples, _, _ := strings.Cut(rest, "\n\n")
	if n := strings.Count(examples, "snijvlakctl "); !found || n < 2 || n > 4 {
		t.Errorf("%d examples, want 2 to 4", n)
	}
	for _, word := range []string{"{{", "cmd.", "opt.", "<no value>", " string ", "stringArray", "%!"} {
		if strings.Contains(help, word) {
			t.Errorf("the help holds %q", word)
		}
	}
	english := []string{"Usage:", "Flags", "Available", "help for"}
	for _, word := range english {
		if lang == "nl" && strings.Contains(help, word) {
			t.Errorf("the Dutch help holds %q", word)
		}
	}
}

func golden(t *testing.T, path, got string) {
	t.Helper()
	if *update {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s has changed (-update writes it anew):\n%s", path, got)
	}
}
