// Package mapview is the map of the window: a scene that can be moved, zoomed,
// searched by eye and chosen from. The drawing is painted in the background
// into pictures (package raster), which are only moved; the rings of selection,
// pointer and keyboard are the only live objects. It works without a graphics
// card.
//
// What does not live here: what is on the map and where (scene, mapping), what
// a click means (the view that holds the map). It knows no landscape.
package mapview
