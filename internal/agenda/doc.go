// Package agenda holds the rules of the dynamic work agenda (DESIGN 4): the
// lists and the moves between them, proposals and decisions, what other tables
// answered, what comes back, and what a meeting needs on paper.
//
// It is pure: it reads a landscape on a day and answers edits or values. It
// commits nothing, knows no clock, and writes no sentences for people but those
// that become part of the landscape, which are Dutch as the landscape is.
package agenda
