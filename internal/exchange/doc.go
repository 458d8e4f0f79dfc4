// Package exchange reads and writes landscapes as files people and other
// programs can open: our own YAML (the form of the shipped data) and JSON. A
// reader collects every fault with its file and line.
//
// What does not live here: the landscape file itself (store) and pictures
// (figure).
package exchange
