// Package evaltest measures how well overlap is found: on labelled texts, next
// to what a user would have otherwise, and with each component off. Run it with
// make eval; the gates run with the other tests.
//
// What does not live here: anything the program uses. All of it is tests.
package evaltest
