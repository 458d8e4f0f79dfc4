// Package e2e starts the real program in a real window, on a display of its
// own, and works it with keys and mouse. It holds tests only. What came of the
// work is read from the landscape file, never from the screen; when to go on is
// read from the lines that the program writes with SNIJVLAK_TRACE set.
//
// The tests need Xvfb, xdotool and import; make test installs them. Where they
// are missing the tests are skipped, but fail where CI is "true".
package e2e
