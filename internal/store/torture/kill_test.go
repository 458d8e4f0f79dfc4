package torture

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestKills kills writers at random moments, among which the making of the
// file. After each the file must hold what was acknowledged, each change once,
// and at most the one that was under way.
func TestKills(t *testing.T) {
	c := begin(t, "kills")
	folder := scratch(t)
	kills := int64(pick(100, 10_000))
	c.workers(func(worker int, random *rand.Rand) error {
		v := victim{tally: c, random: random}
		for file := 0; c.tried.Load() < kills && !c.failed(); {
			if v.path == "" || v.acked.newest() > uint64(pick(8, 40)) {
				file++
				v.path = filepath.Join(folder, fmt.Sprint(worker), fmt.Sprintf("%d.snijvlak", file))
				v.acked = newAcks()
			}
			if err := v.kill(); err != nil {
				return fmt.Errorf("%w; the file is kept as %s", err, keep(v.path))
			}
			c.tried.Add(1)
		}
		return nil
	})
}

// victim is a file whose writers are killed.
type victim struct {
	*tally
	random *rand.Rand
	path   string
	acked  acks
	birth  time.Duration // how long it takes to start and make a file
}

// kill starts a writer and ends it after a while.
func (v *victim) kill() error {
	if err := makeFolder(v.path); err != nil {
		return err
	}
	started := time.Now()
	c, err := start(nil, "write", v.path, fmt.Sprint(scriptLength))
	if err != nil {
		return err
	}
	heard := v.linger(c, started)
	if err := c.Process.Kill(); err != nil {
		return err
	}
	rest, _ := c.lines() // that it was killed is no error here
	fails, err := v.acked.heard(append(heard, rest...))
	if err != nil || len(fails) > 0 {
		return fmt.Errorf("the writer failed: %q, %w", fails, err)
	}
	return v.judge()
}

// linger lets a writer go on until some changes are acknowledged and a moment
// more. A new file is given about the time that its making takes, at most.
func (v *victim) linger(c *child, started time.Time) (heard []string) {
	if v.acked.newest() == 0 && v.birth > 0 && v.random.IntN(4) > 0 {
		time.Sleep(time.Duration(v.random.Int64N(int64(v.birth))))
		return nil
	}
	for range 2 + v.random.IntN(12) { // the first line is "ready", and then two for each change
		line, err := c.output.ReadString('\n')
		if err != nil {
			return heard
		}
		heard = append(heard, strings.TrimSuffix(line, "\n"))
		if v.acked.newest() == 0 && len(heard) == 3 {
			v.birth = time.Since(started)
		}
	}
	time.Sleep(time.Duration(v.random.IntN(int(2 * time.Millisecond))))
	return heard
}

func (v *victim) judge() error {
	newest := v.acked.newest()
	if !exists(v.path) && newest == 0 {
		v.count("before the file was there")
		return nil
	}
	s := look(v.path)
	if err := s.whole(v.acked); err != nil {
		return err
	}
	if s.seq() > newest {
		v.count("between commit and acknowledgement")
		v.acked.ops[s.seq()] = s.Ops[newest] // it is there now, and must stay
	}
	return nil
}
