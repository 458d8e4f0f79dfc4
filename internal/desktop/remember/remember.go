// Package remember keeps what the window remembers of a person between two
// starts: size, view, language, own places on the map. It knows no window.
//
// Fyne's preferences lose what is changed while they are being saved, as when
// the window closes; and they write over the file, so that a power cut takes
// all. Here the file is there whole or not at all, and two windows each keep
// what they changed.
package remember

import (
	"encoding/json"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"sync"

	"snijvlak/internal/store/whole"
)

// Memory is the file in memory. It may be used from any goroutine; Open makes it.
type Memory struct {
	path string // empty: nothing is written

	mu      sync.Mutex
	values  map[string]json.RawMessage
	changed map[string]bool // since the last time it was written
	saving  chan struct{}   // closed when the writing under way ends; nil when there is none
	err     error           // of the last time
}

// Open reads a file; an empty path keeps everything in memory only. One that
// cannot be read is put aside, and nothing is remembered.
func Open(path string) *Memory {
	return &Memory{path: path, values: read(path), changed: map[string]bool{}}
}

// Path is where the file of the user lies; empty where the system has no place
// for it.
func Path() string {
	folder, err := os.UserConfigDir()
	if err != nil {
		return ""
	}
	return filepath.Join(folder, "snijvlak", "settings.json")
}

func read(path string) map[string]json.RawMessage {
	values := map[string]json.RawMessage{}
	if path == "" {
		return values
	}
	text, err := os.ReadFile(path)
	if err != nil {
		return values
	}
	if json.Unmarshal(text, &values) != nil || values == nil {
		_ = os.Rename(path, path+".unreadable")
		return map[string]json.RawMessage{}
	}
	return values
}

// Get reads the value of a key; false where there is none of that kind, and
// then into is as it was.
func Get[T any](m *Memory, key string, into *T) bool {
	m.mu.Lock()
	text, ok := m.values[key]
	m.mu.Unlock()
	var value T
	if !ok || json.Unmarshal(text, &value) != nil {
		return false
	}
	*into = value
	return true
}

// Or is the value of a key, or else another.
func Or[T any](m *Memory, key string, other T) T {
	Get(m, key, &other)
	return other
}

// Put remembers a value, which can be written as JSON, and begins to write the
// file.
func (m *Memory) Put(key string, value any) {
	text, err := json.Marshal(value)
	if err != nil {
		return // a fault of the caller: none of the kinds kept here can fail
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if string(m.values[key]) == string(text) {
		return
	}
	m.values[key] = text
	m.touch(key)
}

// Drop forgets a key.
func (m *Memory) Drop(key string) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if _, there := m.values[key]; there {
		delete(m.values, key)
		m.touch(key)
	}
}

// touch begins to write, unless that is under way and will see the key too.
func (m *Memory) touch(key string) {
	m.changed[key] = true
	if m.path == "" || m.saving != nil {
		return
	}
	done := make(chan struct{})
	m.saving = done
	go m.save(done)
}

// Flush waits until everything is in the file, and says why it is not.
func (m *Memory) Flush() error {
	for {
		m.mu.Lock()
		saving, err := m.saving, m.err
		m.mu.Unlock()
		if saving == nil {
			return err
		}
		<-saving
	}
}

// save writes until there is nothing new. What could not be written is written
// with the next change.
func (m *Memory) save(done chan struct{}) {
	defer close(done)
	for {
		m.mu.Lock()
		if len(m.changed) == 0 {
			m.saving = nil
			m.mu.Unlock()
			return
		}
		changed, values := m.changed, maps.Clone(m.values)
		m.changed = map[string]bool{}
		m.mu.Unlock()
		if err := merge(m.path, changed, values); !m.wrote(changed, err) {
			return
		}
	}
}

func (m *Memory) wrote(changed map[string]bool, err error) bool {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.err = err
	if err != nil {
		maps.Copy(m.changed, changed)
		m.saving = nil
	}
	return err == nil
}

// merge writes the changed values into the file, and leaves what another window
// wrote there of the others.
func merge(path string, changed map[string]bool, values map[string]json.RawMessage) error {
	all := read(path)
	for key := range changed {
		if text, ok := values[key]; ok {
			all[key] = text
		} else {
			delete(all, key)
		}
	}
	text, err := json.MarshalIndent(all, "", "\t")
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	draft, err := whole.New(path, func(f *os.File) error { _, err := f.Write(text); return err })
	if err != nil {
		return err
	}
	defer draft.Drop()
	if err := draft.Replace(); err != nil && !errors.Is(err, whole.ErrUnsynced) {
		return err
	}
	return nil
}
