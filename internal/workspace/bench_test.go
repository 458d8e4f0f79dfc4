package workspace_test

import (
	"testing"
	"time"

	"snijvlak/internal/exchange"
	"snijvlak/internal/store/memory"
	"snijvlak/internal/workspace"
)

// BenchmarkOpen times loading the shipped landscape, without a disk.
func BenchmarkOpen(b *testing.B) {
	l, err := exchange.Shipped()
	if err != nil {
		b.Fatal(err)
	}
	first, err := workspace.First(l, "maker", "test", time.Now())
	if err != nil {
		b.Fatal(err)
	}
	repo := memory.New()
	if _, err := repo.Commit(ctx, first); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := workspace.Open(ctx, repo, "maker"); err != nil {
			b.Fatal(err)
		}
	}
}
