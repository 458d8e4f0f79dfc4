// Package scene turns a landscape and a view into finished pages: it measures
// boxes with the figure's own font, asks a layout for places, and answers flat
// shapes and texts that every painter and the map on the screen can draw.
//
//	landscape + view → plans (measured columns of boxes, split over pages)
//	                 → layout (a function value; Graphviz in package figure)
//	                 → Scene, and its text twin
//
// What does not live here: Graphviz itself and the painters (figure), colours
// (looks), the sentences (words).
package scene
