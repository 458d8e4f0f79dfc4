package bolt

import (
	"syscall"
	"time"
)

func usage() (use syscall.Rusage) {
	_ = syscall.Getrusage(syscall.RUSAGE_SELF, &use)
	return use
}

// peakMemory is the most memory that this process has had, in bytes.
func peakMemory() float64 { return float64(usage().Maxrss) * 1024 }

// processorTime is what this process has used.
func processorTime() time.Duration {
	use := usage()
	return time.Duration(use.Utime.Nano() + use.Stime.Nano())
}
