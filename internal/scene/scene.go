package scene

import "snijvlak/internal/looks"

// Scene is one finished page: everything at its place, nothing left to lay
// out. Painters and the map on the screen read it and know nothing else.
// Lengths are points (1/72 inch), the origin is the top left corner, y grows
// downwards. Items stand in reading order, which is also the painting order.
type Scene struct {
	Width, Height float64
	// Lang is the language of the texts: "nl" or "en".
	Lang string
	// Title names the figure; Desc describes it in a few sentences.
	Title, Desc string
	// Caption is the line for under the figure in a report.
	Caption string
	// Part and Parts number the page of a view that was split: 1 of 3.
	Part, Parts int
	Background  looks.Colour
	Items       []Item
}

// Role says what an item is to the reader.
type Role int

// The roles of items.
const (
	// RoleBox is a node of the landscape.
	RoleBox Role = iota
	// RoleLine is a relation between two boxes.
	RoleLine
	// RoleNote is a title, heading, legend or source line.
	RoleNote
)

// Item is one titled group of shapes and texts.
type Item struct {
	Role Role
	// ID is the node's id for a box, the relation's key for a line, a fixed
	// word for a note; unique in its scene.
	ID string
	// From and To are the ids of a line's ends.
	From, To string
	// Title is what a screen reader says; Desc is its longer form.
	Title, Desc string
	// Rect is the box itself, without its line ends and shadows.
	Rect   Rect
	Shapes []Shape
	Texts  []Text
}

// Point is a place on the page.
type Point struct{ X, Y float64 }

// Rect is an upright rectangle.
type Rect struct{ X, Y, W, H float64 }

// Shape is one path, filled, stroked or both.
type Shape struct {
	Path Path
	// Fill and Stroke are nil where there is none.
	Fill, Stroke *looks.Colour
	// Width is the stroke's, in points.
	Width float64
	// Dash is the pattern of drawn and undrawn lengths; empty for a full line.
	Dash []float64
	// Round asks for round caps, as a dotted line needs.
	Round bool
}

// Path is a list of segments; each subpath begins with a Move.
type Path []Segment

// Op is the kind of a segment.
type Op int

// The kinds of segments.
const (
	// Move begins a subpath at P[0].
	Move Op = iota
	// Line goes straight to P[0].
	Line
	// Curve is a cubic Bézier by P[0] and P[1] to P[2].
	Curve
	// Close goes straight back to the beginning.
	Close
)

// Segment is one step of a path.
type Segment struct {
	Op Op
	P  [3]Point
}

// Text is one line of text, set from left to right.
type Text struct {
	// X is the left edge, Y the baseline.
	X, Y float64
	// Size is in points.
	Size   float64
	Bold   bool
	Colour looks.Colour
	// On is the colour behind the text, for the contrast test.
	On looks.Colour
	// Spacing is added after each letter, in points.
	Spacing float64
	String  string
	// Width is the measured width in points, with the spacing.
	Width float64
}
