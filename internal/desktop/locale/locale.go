// Package locale keeps Fyne from complaining about the language of the system.
//
// Fyne reads that language while its package lang is initialised, and logs an
// error where it cannot, as for LANG=C.UTF-8. The variable LANGUAGE goes before
// it, names a language and nothing else, and so changes no dates, keys or
// sorting. Which one it names at first is of no matter: the window sets its own.
//
// Go initialises, time and again, the first package by import path of which all
// imports are ready. This package imports os only and is ready soon after it,
// while Fyne waits for text/template, later in the alphabet than ours. Nothing
// else may be imported here; a test starts a program and looks at what is
// logged.
package locale

import "os"

func init() { Set("nl") }

// Set names the language of this process to libraries.
func Set(lang string) { _ = os.Setenv("LANGUAGE", lang) }
