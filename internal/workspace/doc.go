// Package workspace holds one open landscape: it is the only way to change it.
// A change is built on the current landscape, checked by the model, committed
// with its journal entry in one transaction, and told to subscribers. Undo,
// redo and imports are changes too. Window and command line share it.
//
// The ports to the outside (Repository, Files) are declared here and
// implemented under store. What does not live here: the model's rules
// (landscape) and texts for people (words).
package workspace
