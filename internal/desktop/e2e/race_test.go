//go:build race

package e2e

// raced builds the program as the tests are built.
const raced = true
