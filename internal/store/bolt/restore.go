package bolt

import (
	"context"
	"os"
	"time"

	"snijvlak/internal/store/whole"
	"snijvlak/internal/workspace"
)

// CopyTo writes a verified copy of a file to a path where nothing is; else it
// answers ErrExists. It is there whole or not at all; errors as Open and
// Create.
func CopyTo(ctx context.Context, from, to string) error {
	return wrap("copy to", to, copyTo(ctx, from, to))
}

func copyTo(ctx context.Context, from, to string) error {
	if _, err := os.Lstat(to); err == nil {
		return workspace.ErrExists
	}
	whole.Sweep(to, time.Now())
	draft, err := whole.New(to, func(f *os.File) error { return Copy(ctx, from, f) })
	if err != nil {
		return explain(err, true)
	}
	defer draft.Drop()
	if _, err := Verify(ctx, draft.Name()); err != nil {
		return err
	}
	return explainNew(draft.Create())
}
