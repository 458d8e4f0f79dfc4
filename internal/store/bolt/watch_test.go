package bolt

import (
	"os"
	"testing"
	"time"

	"snijvlak/internal/store/storetest"
)

// TestWatchSurvives takes the file away, puts rubbish in its place, and then
// the file as it was with a commit more.
func TestWatchSurvives(t *testing.T) {
	path := fileOf(t, small(t))
	f := openQuick(t, path)
	head, err := f.Head(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	next := openQuick(t, fileOf(t, small(t)))
	want, err := next.Commit(t.Context(), storetest.Next(head, "second"))
	if err != nil {
		t.Fatal(err)
	}
	heads := f.Watch(t.Context(), head)
	for _, step := range []func() error{
		func() error { return os.Remove(path) },
		func() error { return os.WriteFile(path, nil, 0o600) },
		func() error { return os.WriteFile(path, []byte("rubbish"), 0o600) },
		func() error { return os.Rename(next.path, path) },
	} {
		time.Sleep(4 * f.Interval)
		select {
		case head := <-heads:
			t.Fatalf("the watch sent %v", head)
		default:
		}
		if err := step(); err != nil {
			t.Fatal(err)
		}
	}
	select {
	case got := <-heads:
		if got != want {
			t.Errorf("the watch sent %v, want %v", got, want)
		}
	case <-time.After(5 * time.Second):
		t.Error("the watch sent nothing")
	}
}
