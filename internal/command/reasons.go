package command

import (
	"snijvlak/internal/landscape"
	"snijvlak/internal/overlap"
	"snijvlak/internal/prose"
)

// found writes candidates in the words of internal/prose.
func (c *cards) found() prose.Candidates {
	return prose.Candidates{Words: c.say, Land: c.on, Name: c.nameOf, Concept: c.q.Concept}
}

func (c *cards) why(o overlap.Candidate) []string   { return c.found().Why(o) }
func (c *cards) lacks(o overlap.Candidate) []string { return c.found().Lacks(o) }
func (c *cards) caps(o overlap.Candidate) []string  { return c.found().Caps(o) }

func (c *cards) named(nodes []*landscape.Node) string { return c.found().Named(nodes) }

func (c *cards) ended(successors []*landscape.Node) string { return c.found().Ended(successors) }

// shown makes a text fit to be repeated on a screen.
func shown(text string) string { return prose.Shown(text) }
