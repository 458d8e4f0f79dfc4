package torture

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"image"
	"image/png"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"go.etcd.io/bbolt"
)

// stranger is a file that is none of ours, or none that we can read, with the
// errors that may say so.
type stranger struct {
	name  string
	bytes []byte
	kinds string
}

// TestStrangers opens what people give the program by mistake.
func TestStrangers(t *testing.T) {
	c := begin(t, "foreign, empty and newer files")
	whole := scriptFile(t, 5)
	strangers := []stranger{
		{"no bytes", nil, "empty"},
		{"one zero", []byte{0}, "foreign damaged"},
		{"zeros", make([]byte, 1<<16), "foreign damaged"},
		{"text", []byte(strings.Repeat("Beste leden van de stuurgroep, ", 3000)), "foreign"},
		{"picture", picture(t), "foreign"},
		{"archive", archive(t, whole), "foreign"},
		{"noise", noise(1 << 16), "foreign"},
		{"head of another database", append([]byte("SQLite format 3\x00"), make([]byte, 8192)...), "foreign"},
		{"other bbolt file", changed(t, nil, func(tx *bbolt.Tx) error {
			b, err := tx.CreateBucket([]byte("adressen"))
			return errors.Join(err, b.Put([]byte("a"), []byte("b")))
		}), "foreign"},
		{"empty bbolt file", changed(t, nil, func(*bbolt.Tx) error { return nil }), "foreign"},
		{"newer by one", ofFormat(t, whole, 1), "newer"},
		{"newer by far", ofFormat(t, whole, 1<<30), "newer"},
		{"twice the file", append(bytes.Clone(whole), whole...), ""},
		{"noise behind", append(bytes.Clone(whole), noise(5000)...), ""},
	}
	before := c.sightOf(whole)
	c.inspect(len(strangers), func(i int, _ *rand.Rand, eye inspector, path string) error {
		if err := strangers[i].meet(path, eye, before); err != nil {
			return fmt.Errorf("%s: %w", strangers[i].name, err)
		}
		return nil
	})
}

// meet opens the file. One without kinds is ours, with something behind it.
func (s stranger) meet(path string, eye inspector, before sight) error {
	if err := os.WriteFile(path, s.bytes, 0o600); err != nil {
		return err
	}
	got, err := eye.look(path)
	switch {
	case err != nil:
		return err
	case got.Touched:
		return errors.New("the file was changed")
	case s.kinds == "" && got.Problem == "" && got.seq() == before.seq() && !got.reported():
		return nil
	case got.Kind == "" || !strings.Contains(s.kinds, got.Kind):
		return fmt.Errorf("%q (%s), %d entries", got.Problem, got.Kind, got.seq())
	}
	return nil
}

func picture(t *testing.T) []byte {
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 300, 300))); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// archive is a landscape file that someone packed and gave its name back.
func archive(t *testing.T, whole []byte) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.CreateHeader(&zip.FileHeader{Name: "x.snijvlak", Method: zip.Store})
	if err == nil {
		_, err = w.Write(whole)
	}
	if err := errors.Join(err, z.Close()); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func noise(n int) []byte {
	random := randomFor("noise", n)
	b := make([]byte, n)
	for i := range b {
		b[i] = byte(random.Uint32())
	}
	return b
}

// changed is a file after something else than our program wrote to it.
func changed(t *testing.T, whole []byte, change func(*bbolt.Tx) error) []byte {
	t.Helper()
	path := filepath.Join(scratch(t), "x.db")
	if whole != nil {
		if err := os.WriteFile(path, whole, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	db, err := bbolt.Open(path, 0o600, nil)
	if err == nil {
		err = errors.Join(db.Update(change), db.Close())
	}
	bytes, readErr := os.ReadFile(path)
	if err := errors.Join(err, readErr); err != nil {
		t.Fatal(err)
	}
	return bytes
}

// ofFormat raises the number of the format, sealed as every format will be.
func ofFormat(t *testing.T, whole []byte, more uint32) []byte {
	return changed(t, whole, func(tx *bbolt.Tx) error {
		const name = "format"
		marker := tx.Bucket([]byte("snijvlak"))
		old := marker.Get([]byte(name))
		number := binary.BigEndian.AppendUint32(nil, binary.BigEndian.Uint32(old[9:])+more)
		sealed := append(binary.BigEndian.AppendUint64(nil, uint64(len(name))), name...)
		sum := sha256.Sum256(append(sealed, number...))
		value := append([]byte{old[0]}, sum[:8]...)
		return marker.Put([]byte(name), append(value, number...))
	})
}
