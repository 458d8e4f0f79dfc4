package figure

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"sync"
	"testing"
	"time"
)

func TestMain(m *testing.M) {
	if len(os.Args) > 1 && os.Args[1] == ChildArg {
		if err := RunChild(os.Stdin, os.Stdout); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	os.Exit(m.Run())
}

// chain is a graph of n boxes with fixed sizes.
func chain(n int) []byte {
	var b strings.Builder
	b.WriteString("digraph {\nnode [label=\"\" shape=box fixedsize=true width=2 height=0.5]\n")
	for i := range n - 1 {
		fmt.Fprintf(&b, "n%d -> n%d\nn%d -> n%d\n", i/2, i+1, i/3, (i*7)%n)
	}
	b.WriteString("}\n")
	return []byte(b.String())
}

// engines are the two ways to the same layout.
var engines = map[string]func(context.Context, []byte) ([]byte, error){
	"here": Layout, "child": LayoutInChild,
}

func TestLayoutIsTheSameHereAndInAChild(t *testing.T) {
	want, err := Layout(t.Context(), chain(12))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(want, []byte(`"pos"`)) {
		t.Errorf("no places in %.200s", want)
	}
	for name, layout := range engines {
		if got, err := layout(t.Context(), chain(12)); err != nil || !bytes.Equal(got, want) {
			t.Errorf("%s: %v, another layout", name, err)
		}
	}
}

func TestLayoutRefuses(t *testing.T) {
	for name, layout := range engines {
		for what, dot := range map[string]string{
			"nothing": "", "blank": " \n", "no graph": "hello", "broken": "digraph { a -> }",
			"empty graph": "digraph {}", "zero byte": "digraph { a\x00 }",
		} {
			if _, err := layout(t.Context(), []byte(dot)); !errors.Is(err, ErrNoLayout) {
				t.Errorf("%s, %s: %v", name, what, err)
			}
		}
		if _, err := layout(t.Context(), make([]byte, MaxDOT+1)); err == nil {
			t.Errorf("%s: too much was taken", name)
		}
	}
	if _, err := Layout(t.Context(), chain(3)); err != nil {
		t.Errorf("after refusals: %v", err)
	}
}

func TestLayoutTakesTurns(t *testing.T) {
	var all sync.WaitGroup
	for n := range 6 {
		all.Go(func() {
			if _, err := Layout(t.Context(), chain(5+n)); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
}

func TestWaitingForATurnCanBeGivenUp(t *testing.T) {
	engine <- struct{}{}
	defer func() { <-engine }()
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Millisecond)
	defer cancel()
	if _, err := Layout(ctx, chain(3)); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("got %v", err)
	}
}

func TestChildIsKilled(t *testing.T) {
	ctx, cancel := context.WithTimeout(t.Context(), 700*time.Millisecond)
	defer cancel()
	begin := time.Now()
	_, err := LayoutInChild(ctx, chain(3000))
	if !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("got %v", err)
	}
	if took := time.Since(begin); took > 5*time.Second {
		t.Errorf("it took %v", took)
	}
}

func TestCappedRefuses(t *testing.T) {
	c := capped{max: 3}
	if _, err := c.Write([]byte("abc")); err != nil {
		t.Error(err)
	}
	if _, err := c.Write([]byte("d")); err == nil {
		t.Error("a fourth byte was taken")
	}
}
