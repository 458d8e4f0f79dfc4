// Package landscape is the model: nodes, relations, the claims and evidence
// behind them, and what follows from them on a day (status, overview,
// ownership). A Landscape is an immutable value; a change gives a new one.
// Everything here is pure and deterministic: results are sorted, dates are
// passed in.
//
// What does not live here: the rules of the work agenda (agenda), finding
// overlap (overlap), texts for people (words), files (store, exchange).
package landscape
