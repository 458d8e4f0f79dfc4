// Package prose holds what the window and the command line both say about the
// landscape in whole sentences: what a journal entry did, what a proposal asks
// and a decision does, and the papers of a meeting.
//
// The sentences are made of the texts in assets/translations. What does not
// live here: those texts and dates (words), how a paper is set (sheet), and
// what only one of the two says.
package prose
