package torture

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash"
	"runtime/debug"

	"go.etcd.io/bbolt"

	"snijvlak/internal/landscape"
	"snijvlak/internal/store/bolt"
	"snijvlak/internal/workspace"
)

// search looks further into a file that opened: at all that the database
// answers, whatever it is for, and at what happens when the file is written.
func (s *sight) search(path string) {
	if s.Problem != "" {
		return
	}
	s.Everything, s.Loose = everything(path)
	if err := writeOnce(path); err != nil {
		s.Afterwards = err.Error()
		return
	}
	after := look(path)
	if after.Problem != "" || after.Doubtful || len(after.Faults) > 0 || after.seq() != s.seq()+1 {
		s.Afterwards = fmt.Sprintf("after a change: %s, doubtful %v, %s, %d entries of %d",
			after.Problem, after.Doubtful, after.Faults, after.seq(), s.seq()+1)
	}
}

// everything is a checksum of all keys and values of a file, or why there is
// none; loose counts what the database has against its pages.
func everything(path string) (sum string, loose int) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if problem := recover(); problem != nil {
			sum = fmt.Sprint(problem)
		}
	}()
	db, err := bbolt.Open(path, 0, &bbolt.Options{ReadOnly: true, PreLoadFreelist: true})
	if err != nil {
		return err.Error(), 0
	}
	defer db.Close()
	all := sha256.New()
	err = db.View(func(tx *bbolt.Tx) error {
		for range tx.Check() {
			loose++
		}
		return tx.ForEach(func(name []byte, b *bbolt.Bucket) error { return pour(all, name, b) })
	})
	if err != nil {
		return err.Error(), loose
	}
	return hex.EncodeToString(all.Sum(nil)), loose
}

// pour puts a bucket and those in it into a checksum.
func pour(all hash.Hash, name []byte, b *bbolt.Bucket) error {
	fmt.Fprintf(all, "%q\n", name)
	return b.ForEach(func(key, value []byte) error {
		if value == nil {
			return pour(all, key, b.Bucket(key))
		}
		fmt.Fprintf(all, "%q=%q\n", key, value)
		return nil
	})
}

// writeOnce makes one change as the program does.
func writeOnce(path string) error {
	repo, err := bolt.Open(path)
	if err != nil {
		return err
	}
	w, err := workspace.Open(ctx, repo, "schrijver")
	if err != nil {
		return err
	}
	_, err = w.Change(ctx, workspace.Why{}, func(l *landscape.Landscape) ([]landscape.Edit, error) {
		return setNote(l, theme, "na de schade"), nil
	})
	return err
}
