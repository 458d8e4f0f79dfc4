// Package agendaview is the view Agenda: the lists of the work agenda as a
// board, what waits for an answer and what comes back, and the meetings in
// which the Stuurgroep decides. The rules of the agenda live in agenda; the
// sentences of its papers in prose.
package agendaview
