package torture

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// TestFlippedBits flips bits in every kilobyte of a small file and, in the long
// version, of the shipped landscape with some journal. Each flip is reported, or lies where nothing is kept: then all
// that the database answers is as before, and a change can be made.
func TestFlippedBits(t *testing.T) {
	c := begin(t, "flipped bits")
	c.flips(scriptFile(t, 5), pick(2, 32))
	if *long {
		c.flips(shippedFile(t), 1)
	}
}

// flips flips each so many bits in every kilobyte.
func (c *tally) flips(whole []byte, each int) {
	c.t.Helper()
	before := c.sightOf(whole)
	kilobytes := len(whole) / 1024
	c.t.Logf("%d kilobytes, %d entries", kilobytes, before.seq())
	c.inspect(kilobytes*each, func(i int, random *rand.Rand, eye inspector, path string) error {
		bytes := slices.Clone(whole)
		at, bit := i/each*1024+random.IntN(1024), random.IntN(8)
		bytes[at] ^= 1 << bit
		if err := c.damaged(path, bytes, before, eye); err != nil {
			return fmt.Errorf("bit %d of byte %d of %d: %w; the file is kept as %s", bit, at, len(whole), err, keep(path))
		}
		return nil
	})
}

// TestZeroed wipes each sector, and each page, of a file.
func TestZeroed(t *testing.T) {
	c := begin(t, "zeroed sectors and pages")
	whole := scriptFile(t, uint64(pick(5, 32)))
	before := c.sightOf(whole)
	for _, size := range []int{512, 4096} {
		c.inspect(len(whole)/size, func(i int, _ *rand.Rand, eye inspector, path string) error {
			bytes := slices.Clone(whole)
			clear(bytes[i*size : (i+1)*size])
			if err := c.damaged(path, bytes, before, eye); err != nil {
				return fmt.Errorf("%d bytes at %d: %w; the file is kept as %s", size, i*size, err, keep(path))
			}
			return nil
		})
	}
}

// TestTruncated cuts a file to every length.
func TestTruncated(t *testing.T) {
	c := begin(t, "truncations")
	whole := scriptFile(t, 5)
	before := c.sightOf(whole)
	step := pick(97, 1)
	t.Logf("%d bytes", len(whole))
	c.inspect((len(whole)+step-1)/step, func(i int, _ *rand.Rand, eye inspector, path string) error {
		if err := c.damaged(path, whole[:i*step], before, eye); err != nil {
			return fmt.Errorf("cut to %d: %w; the file is kept as %s", i*step, err, keep(path))
		}
		return nil
	})
}

// damaged opens a damaged copy of a file: it is reported or as it was.
func (c *tally) damaged(path string, bytes []byte, before sight, eye inspector) error {
	if err := os.WriteFile(path, bytes, 0o600); err != nil {
		return err
	}
	s, err := eye.thorough(path)
	if err != nil {
		return err
	}
	switch {
	case s.Touched:
		return fmt.Errorf("the file was changed by looking at it: %+v", s)
	case s.Problem != "" && s.Kind != "damaged" && s.Kind != "foreign" && s.Kind != "empty":
		return fmt.Errorf("refused as %s: %s", s.Kind, s.Problem)
	case s.Problem != "":
		c.count("refused as " + s.Kind)
	case s.Doubtful:
		c.count("opened with a warning")
	case len(s.Faults) > 0:
		c.count("found by verify")
	default:
		return c.harmless(s, before)
	}
	return nil
}

// harmless holds a file that was opened against what it was: all that is in
// it, the journal, and that it can be written.
func (c *tally) harmless(s, before sight) error {
	switch {
	case !slices.Equal(s.Ops, before.Ops) || !slices.Equal(s.States, before.States):
		return fmt.Errorf("taken for a whole file with %d entries of %d", s.seq(), before.seq())
	case s.Everything != before.Everything:
		return fmt.Errorf("not reported: records and journal are as they were, other things are not (%s)", s.Everything)
	case s.Afterwards != "":
		return fmt.Errorf("opened as whole, but then: %s", s.Afterwards)
	case s.Loose != before.Loose:
		c.count("in space not in use, which is lost")
	default:
		c.count("in space not in use")
	}
	return nil
}

// inspect shares n damaged files among workers, each with a process that looks
// and a path to write to.
func (c *tally) inspect(n int, do func(i int, random *rand.Rand, eye inspector, path string) error) {
	c.t.Helper()
	folder := scratch(c.t)
	c.share(n, func(worker int) (job, error) {
		eye, err := newInspector()
		path := filepath.Join(folder, fmt.Sprint(worker)+".snijvlak")
		return job{
			do:  func(i int, random *rand.Rand) error { return do(i, random, eye, path) },
			end: eye.end,
		}, err
	})
}

// sightOf looks thoroughly at a whole file.
func (c *tally) sightOf(whole []byte) sight {
	c.t.Helper()
	path := filepath.Join(scratch(c.t), "whole.snijvlak")
	if err := os.WriteFile(path, whole, 0o600); err != nil {
		c.t.Fatal(err)
	}
	s := look(path)
	s.search(path)
	if s.reported() || s.Touched || s.Afterwards != "" {
		c.t.Fatalf("the file is not whole to begin with: %+v", s)
	}
	return s
}
