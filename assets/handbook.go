package assets

import "embed"

// Handbook is the handbook in Dutch, a page for a browser, with its pictures.
// make handbook makes the pictures anew.
//
//go:embed handboek
var Handbook embed.FS

// HandbookPage is the page in Handbook that one opens.
const HandbookPage = "handboek/handboek.html"
