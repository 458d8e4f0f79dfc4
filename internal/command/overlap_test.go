package command_test

import (
	"bytes"
	"context"
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"

	"snijvlak/internal/command"
	"snijvlak/internal/store"
)

// asked runs a command line on a landscape of its own, with lines to read.
func asked(t *testing.T, in string, args ...string) (code int, stdout string) {
	t.Helper()
	var out, errs bytes.Buffer
	env := testEnv()
	env.In, env.Out, env.Err = strings.NewReader(in), &out, &errs
	env.Files = store.Files{BackupFolder: t.TempDir()}
	file := filepath.Join(t.TempDir(), "l.snijvlak")
	code = command.Run(context.Background(), env, append([]string{"--file", file}, args...))
	if code != 0 && code != 1 {
		t.Fatalf("exit %d: %s", code, errs.String())
	}
	return code, out.String()
}

// strange are texts that nobody should type and somebody will.
var strange = []string{
	"", " ", "?!", strings.Repeat("a", 100_000), strings.Repeat("dak ", 25_000), strings.Repeat("é", 50_000),
	"\x00\x01\x02", "\x1b[31mrood\x1b[0m", "\xff\xfe dakloos", "🙂👩‍👧‍👦🏳️‍🌈", "Who looks after people without a home?",
	"مشردون", "ホームレスの人々", "\u202etshcra", "e\u0301\u0301\u0301", strings.Repeat("\u0301", 1000), "a-b-c-d-e-f-g-----", "0 0 0 0",
	"<script>alert(1)</script>", `{"json": true}`, "dakloos\u2028dakloos", "\ufeffdakloos",
}

func TestStrangeTextsGetAnAnswerEach(t *testing.T) {
	in := strings.Join(strange, "\n") + "\n"
	code, out := asked(t, in, "overlap", "--json", "-")
	lines := strings.Split(strings.TrimSuffix(out, "\n"), "\n")
	if code != 0 || len(lines) != len(strange) {
		t.Fatalf("exit %d with %d answers, want %d", code, len(lines), len(strange))
	}
	for i, line := range lines {
		var answer struct {
			Query      *string
			Verdict    string
			Candidates []any
		}
		if err := json.Unmarshal([]byte(line), &answer); err != nil || answer.Query == nil || answer.Verdict == "" || answer.Candidates == nil {
			t.Errorf("%.40q: %v, %.200s", strange[i], err, line)
		}
	}
	_, out = asked(t, in, "overlap", "-")
	if strings.ContainsAny(out, "\x00\x01\x1b\u202e\u2028") {
		t.Error("the text steers the screen")
	}
}

func TestStrangeTextsAtOwner(t *testing.T) {
	for _, text := range []string{strange[3], strange[6], strange[8], strange[9], strange[11]} {
		asked(t, "", "owner", "--json", "--", text)
	}
}

func TestLinesWithoutAnEndAndTooLong(t *testing.T) {
	long := strings.Repeat("x", 3<<20)
	_, out := asked(t, "dakloos\r\n"+long+"\nfemicide", "overlap", "--json", "--top", "1", "-")
	lines := strings.Split(strings.TrimSuffix(out, "\n"), "\n")
	if len(lines) != 3 {
		t.Fatalf("%d answers, want 3", len(lines))
	}
	for i, want := range []string{`{"query": "dakloos", `, `{"query": null, "error": "Deze regel is te lang`, `{"query": "femicide", `} {
		if !strings.HasPrefix(lines[i], want) {
			t.Errorf("answer %d begins with %.60s, want %s", i, lines[i], want)
		}
	}
}
