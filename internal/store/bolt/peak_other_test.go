//go:build !linux

package bolt

import "time"

func peakMemory() float64 { return 0 }

func processorTime() time.Duration { return 0 }
