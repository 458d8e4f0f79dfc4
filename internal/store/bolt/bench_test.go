package bolt

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"go.etcd.io/bbolt"

	"snijvlak/internal/exchange"
	"snijvlak/internal/landscape"
	"snijvlak/internal/workspace"
)

// shippedFile makes a file of the shipped landscape: one of ordinary size.
func shippedFile(b *testing.B, name string) string {
	b.Helper()
	path := filepath.Join(b.TempDir(), name)
	l, err := exchange.Shipped()
	if err != nil {
		b.Fatal(err)
	}
	first, err := workspace.First(l, "maker", "test", noon)
	if err == nil {
		err = Create(b.Context(), path, first)
	}
	if err != nil {
		b.Fatal(err)
	}
	return path
}

// recorder keeps what a workspace commits, and how long that took.
type recorder struct {
	*File
	last workspace.Commit
	took time.Duration
}

func (r *recorder) Commit(ctx context.Context, c workspace.Commit) (workspace.Head, error) {
	start := time.Now()
	head, err := r.File.Commit(ctx, c)
	r.last, r.took = c, time.Since(start)
	return head, err
}

// BenchmarkDurableChange times one change of a record in turn through the
// workspace, of which the store's part is noted, and with nothing but bbolt:
// open, write the same bytes under the same keys, commit, close. The ratios
// are of medians; a disk is too fickle for means.
func BenchmarkDurableChange(b *testing.B) {
	file, err := Open(shippedFile(b, "ours.snijvlak"))
	if err != nil {
		b.Fatal(err)
	}
	repo := &recorder{File: file}
	w, err := workspace.Open(b.Context(), repo, "maker")
	if err != nil {
		b.Fatal(err)
	}
	bare := shippedFile(b, "bare.snijvlak")
	var whole, store, plain []time.Duration
	for b.Loop() {
		start := time.Now()
		changeNote(b, w, len(whole))
		whole, store = append(whole, time.Since(start)), append(store, repo.took)
		start = time.Now()
		if err := writeBare(bare, repo.last); err != nil {
			b.Fatal(err)
		}
		plain = append(plain, time.Since(start))
	}
	base := float64(median(plain))
	b.ReportMetric(0, "ns/op") // of both together, which says nothing
	b.ReportMetric(base/1e3, "bare-µs")
	b.ReportMetric(float64(median(store))/base, "store/bare")
	b.ReportMetric(float64(median(whole))/base, "change/bare")
}

func median(times []time.Duration) time.Duration {
	slices.Sort(times)
	return times[len(times)/2]
}

func changeNote(b *testing.B, w *workspace.Workspace, n int) {
	b.Helper()
	_, err := w.Change(b.Context(), workspace.Why{}, func(l *landscape.Landscape) ([]landscape.Edit, error) {
		note := []workspace.Assignment{{Field: landscape.Note, Values: []string{fmt.Sprint("stand ", n)}}}
		return w.Set(l, "femicide", note, workspace.When{}, workspace.Source{})
	})
	if err != nil {
		b.Fatal(err)
	}
}

// writeBare is what a program without any care would do.
func writeBare(path string, c workspace.Commit) error {
	db, err := bbolt.Open(path, 0o600, &bbolt.Options{Timeout: time.Second, FreelistType: bbolt.FreelistMapType, NoStatistics: true})
	if err != nil {
		return err
	}
	err = db.Update(func(tx *bbolt.Tx) error {
		marker := tx.Bucket([]byte(markerName))
		records, journal, ops := marker.Bucket([]byte(recordsName)), marker.Bucket([]byte(journalName)), marker.Bucket([]byte(opsName))
		journal.FillPercent = 1
		e := entry{c.Entry, c.Op}
		h := head{Head: workspace.Head{Seq: c.Entry.Seq, Hash: c.Entry.Hash}}
		err := errors.Join(
			put(journal, entryKey(e.Seq), e.encode()),
			put(ops, c.Op, binary.BigEndian.AppendUint64(nil, e.Seq)),
			put(marker, headKey, h.encode()))
		for _, r := range c.Puts {
			err = errors.Join(err, put(records, r.Key, r.Value))
		}
		return err
	})
	return errors.Join(err, db.Close())
}

// The size of a file that is large for this program.
const (
	manyNodes     = 10_000
	manyRelations = 30_000
	manyEntries   = 100_000
)

// BenchmarkOpenLarge opens a file of that size as the program does. Beside the
// time it reports that of the processors, which other programs do not stretch,
// and the most memory that the process has had, which includes making the file.
func BenchmarkOpenLarge(b *testing.B) {
	path := os.Getenv("SNIJVLAK_LARGE_FILE") // made by an earlier run, so as to measure the memory of opening alone
	if path == "" {
		path = filepath.Join(b.TempDir(), "large.snijvlak")
	}
	if _, err := os.Stat(path); err != nil {
		makeLarge(b, path)
	}
	before, count := processorTime(), 0
	for b.Loop() {
		count++
		file, err := Open(path)
		if err != nil {
			b.Fatal(err)
		}
		w, err := workspace.Open(b.Context(), file, "maker")
		if err != nil {
			b.Fatal(err)
		}
		if nodes, relations := w.Landscape().Len(); nodes != manyNodes || relations != manyRelations {
			b.Fatalf("%d nodes, %d relations", nodes, relations)
		}
	}
	if info, err := os.Stat(path); err == nil {
		b.ReportMetric(float64(info.Size())/1e6, "file-MB")
	}
	b.ReportMetric(float64((processorTime()-before).Milliseconds())/float64(count), "cpu-ms/op")
	b.ReportMetric(peakMemory()/1e6, "peak-MB")
}
