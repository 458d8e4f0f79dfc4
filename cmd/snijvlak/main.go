// Command snijvlak is the desktop program.
package main

import "snijvlak/internal/desktop"

func main() { desktop.Run() }
