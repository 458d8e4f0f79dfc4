// Package command is the shell's door to a landscape: one file for each
// subcommand of snijvlakctl, each a function that reads its options, asks the
// workspace, and writes an answer to a given writer. Answers go to standard
// output, everything else to standard error; both are in the chosen language.
//
// What does not live here: the rules of what may be changed (landscape,
// workspace), drawing (the Drawer that is given) and the texts themselves
// (assets/translations/command.*.json).
package command
