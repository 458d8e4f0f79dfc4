package desktop

// future is a value that is being made in the background.
type future[T any] struct {
	done  chan struct{}
	value T
}

func newFuture[T any]() *future[T] { return &future[T]{done: make(chan struct{})} }

// set gives the value, once.
func (f *future[T]) set(v T) {
	f.value = v
	close(f.done)
}

// wait waits for the value; the zero value of a nil future is there at once.
func (f *future[T]) wait() T {
	if f == nil {
		var none T
		return none
	}
	<-f.done
	return f.value
}

// now gives the value if it is there.
func (f *future[T]) now() (T, bool) {
	var none T
	if f == nil {
		return none, false
	}
	select {
	case <-f.done:
		return f.value, true
	default:
		return none, false
	}
}
