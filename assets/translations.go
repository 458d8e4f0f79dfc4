package assets

import "embed"

// Translations holds the texts of the program, one file for each subject and
// language: SUBJECT.LANG.json.
//
//go:embed translations/*.json
var Translations embed.FS
