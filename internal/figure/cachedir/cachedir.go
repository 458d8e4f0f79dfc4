// Package cachedir gives go-graphviz's compile cache a folder of the user.
//
// go-graphviz compiles its WebAssembly while its package is initialised, and
// keeps the machine code in os.TempDir()/go-graphviz. In a temporary folder
// that is shared, anyone could lay code there for us to run. There is no
// setting for the folder but TMPDIR, and no moment to set it but before that
// initialisation: so this package does it in its own, and figure, which is
// initialised after go-graphviz, calls Restore.
//
// Go initialises, time and again, the first package by import path of which
// all imports are ready. This package imports os only and is ready soon after
// it, while go-graphviz waits for package net, which waits for
// vendor/golang.org/x/net, later in the alphabet than ours. Nothing else may
// be imported here. A test in figure runs a program and looks where the cache
// lies, because another version of Go might choose another order.
package cachedir

import "os"

// name is the variable that os.TempDir reads first.
var name = variable()

var (
	moved  bool
	before string
	wasSet bool
)

func init() {
	dir, ok := private()
	if !ok {
		dir = os.DevNull // no folder lies in it: rather no cache than a shared one
	}
	before, wasSet = os.LookupEnv(name)
	moved = os.Setenv(name, dir) == nil
}

// Restore puts the variable back as the user had it.
func Restore() {
	switch {
	case !moved:
	case wasSet:
		_ = os.Setenv(name, before)
	default:
		_ = os.Unsetenv(name)
	}
	moved = false
}

// private makes the user's own folder, or says that it cannot be had; then
// there is no cache, and every start takes half a second longer.
func private() (string, bool) {
	base, err := os.UserCacheDir()
	if err != nil {
		return "", false
	}
	dir := base + string(os.PathSeparator) + "snijvlak"
	if os.MkdirAll(dir, 0o700) != nil || os.Chmod(dir, 0o700) != nil {
		return "", false
	}
	return dir, true
}

func variable() string {
	if os.PathSeparator == '\\' {
		return "TMP"
	}
	return "TMPDIR"
}
