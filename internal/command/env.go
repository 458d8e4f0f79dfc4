package command

import (
	"context"
	"io"
	"os"
	"os/user"
	"strconv"
	"strings"
	"time"

	"snijvlak/internal/words"
	"snijvlak/internal/workspace"
)

// Env is what a command gets from outside; a test gives its own.
type Env struct {
	Files   workspace.Files
	Drawer  Drawer
	Getenv  func(string) string
	Now     func() time.Time
	Login   func() string
	Version string
	In      io.Reader
	Out     io.Writer
	Err     io.Writer
	// Width is the number of columns to wrap at; 0 is never.
	Width int
}

// System completes an Env with the clock, the variables, the user and the
// standard streams of this process.
func System(files workspace.Files, drawer Drawer, version string) Env {
	return Env{
		Files: files, Drawer: drawer, Version: version,
		Getenv: os.Getenv, Now: time.Now, Login: login,
		In: os.Stdin, Out: os.Stdout, Err: os.Stderr, Width: width(os.Stdout),
	}
}

// login is the user's name without a Windows domain; "" where nobody knows.
func login() string {
	if u, err := user.Current(); err == nil && u.Username != "" {
		_, name, found := strings.Cut(u.Username, `\`)
		if found {
			return name
		}
		return u.Username
	}
	return os.Getenv("USER")
}

// defaultWidth is that of a window that does not say how wide it is.
const defaultWidth = 100

// width tells how wide to write. What is no terminal is read by a program,
// which wants whole lines.
func width(f *os.File) int {
	info, err := f.Stat()
	if err != nil || info.Mode()&os.ModeCharDevice == 0 {
		return 0
	}
	if n, err := strconv.Atoi(os.Getenv("COLUMNS")); err == nil && n >= 40 {
		return n
	}
	return defaultWidth
}

// The exit codes (CONTRACTS 3).
const (
	exitDone  = 0
	exitFound = 1
	exitUse   = 2
	exitFault = 3
)

// Run carries out one command line and answers the exit code.
func Run(ctx context.Context, env Env, args []string) int {
	a := &app{Env: env, say: words.In(langOf(args, env.Getenv))}
	root := a.root()
	root.SetArgs(args)
	return a.report(root.ExecuteContext(ctx))
}

// langOf finds the language before anything else is read, since help and
// errors about the options are in it too.
func langOf(args []string, getenv func(string) string) string {
	lang := getenv("SNIJVLAK_LANG")
	for i, arg := range args {
		if arg == "--" {
			break
		}
		if value, ok := strings.CutPrefix(arg, "--lang="); ok {
			lang = value
		}
		if arg == "--lang" && i+1 < len(args) {
			lang = args[i+1]
		}
	}
	return lang
}
