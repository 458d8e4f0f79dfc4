//go:build unix

package main

import (
	"syscall"
	"time"
)

// processorTime is what this process has used of all processors. Unlike frames
// it says something on a machine that is busy with other work too.
func processorTime() time.Duration {
	var used syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &used) != nil {
		return 0
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}
