package memory_test

import (
	"testing"

	"snijvlak/internal/store/memory"
	"snijvlak/internal/store/storetest"
	"snijvlak/internal/workspace"
)

func build(t testing.TB, first workspace.Commit) func() workspace.Repository {
	r := memory.New()
	if _, err := r.Commit(t.Context(), first); err != nil {
		t.Fatal(err)
	}
	return func() workspace.Repository { return r }
}

func TestContract(t *testing.T) { storetest.Run(t, build) }

func TestModel(t *testing.T) { storetest.RunModel(t, build) }

func TestEmpty(t *testing.T) {
	r := memory.New()
	s, err := r.Load(t.Context())
	if err != nil || s.Head != (workspace.Head{}) || len(s.Records) != 0 {
		t.Fatalf("an empty repository: %+v, %v", s, err)
	}
	if list, err := r.Entries(t.Context(), 1, 9); err != nil || len(list) != 0 {
		t.Fatalf("an empty journal: %v, %v", list, err)
	}
}
