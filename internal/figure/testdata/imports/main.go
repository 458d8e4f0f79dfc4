// Command imports does nothing but import package figure; a test looks where
// that writes.
package main

import (
	"fmt"
	"os"

	_ "snijvlak/internal/figure"
)

func main() { fmt.Print(os.Getenv("TMPDIR")) }
