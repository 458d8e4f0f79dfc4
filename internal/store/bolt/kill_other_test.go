//go:build !linux

package bolt

import "errors"

var errLinux = errors.New("only on Linux")

func otherMigrates(string) error { return errLinux }
func otherCompacts(string) error { return errLinux }
func otherCopies(string) error   { return errLinux }
