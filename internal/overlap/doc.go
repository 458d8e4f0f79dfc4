// Package overlap finds what in a landscape already works on a text: which
// initiatives, bottlenecks and actions, with the reason and a careful verdict.
// It is pure: words and a landscape in, an answer out; no network, no models.
//
// What does not live here: reading the word lists (exchange), texts for people
// (words), the lists of the work agenda (agenda).
package overlap
