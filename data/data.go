// Package data embeds the shipped landscape: YAML that staff can read and
// edit, and the fixed lists of the method. It is read by exchange, through the
// same code as a user's own file.
package data

import "embed"

// Landscape holds the files of the shipped landscape.
//
//go:embed *.yaml
var Landscape embed.FS

// Method is the file with the fixed lists; every other file is part of the
// landscape.
const Method = "method.yaml"

// Words holds the word lists for finding overlap.
//
//go:embed words/*.yaml
var Words embed.FS
