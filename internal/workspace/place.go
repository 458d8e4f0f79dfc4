package workspace

// Place is the kind of place a file lies in. It matters because a file that is
// shared by others than the system of one machine cannot be locked for sure.
type Place string

// The kinds of place.
const (
	LocalPlace Place = "local"
	// NetworkPlace is a disk of another machine: the lock may not hold there.
	NetworkPlace Place = "network"
	// SyncPlace is a folder that another program copies elsewhere and back.
	SyncPlace Place = "sync"
)
