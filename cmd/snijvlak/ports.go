package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"os"
	"path/filepath"
	"strings"

	"snijvlak/internal/desktop"
	"snijvlak/internal/exchange"
	"snijvlak/internal/landscape"
	"snijvlak/internal/overlap"
	"snijvlak/internal/store/whole"
)

// data is the shipped landscape, and files as package exchange reads and writes
// them.
type data struct{}

func (data) Shipped() (*landscape.Landscape, string, error) {
	l, err := exchange.Shipped()
	if err != nil {
		return nil, "", err
	}
	var b bytes.Buffer
	if err := exchange.WriteJSON(&b, l, exchange.Label{}); err != nil {
		return nil, "", err
	}
	return l, origin("shipped", b.Bytes()), nil
}

func (data) Lists() (overlap.Lists, error) { return exchange.ShippedWords() }

func (data) Forms() []string { return []string{".json", ".yaml", ".yml"} }

func (data) Read(path string, onto *landscape.Landscape) (desktop.Import, error) {
	f, err := os.Open(path)
	if err != nil {
		return desktop.Import{}, err
	}
	defer f.Close()
	source, err := exchange.ReadAll(filepath.Base(path), f)
	if err != nil {
		return desktop.Import{}, err
	}
	merged, keys, err := exchange.ReadOnto(onto, source)
	if err != nil {
		return desktop.Import{}, faults(err)
	}
	return desktop.Import{Merged: merged, Keys: keys, Origin: origin(filepath.Base(path), source.Data)}, nil
}

func (data) Write(path string, l *landscape.Landscape, head string) error {
	write, label := exchange.WriteYAML, exchange.Label{Head: head}
	if strings.EqualFold(filepath.Ext(path), ".json") {
		write = exchange.WriteJSON
	}
	draft, err := whole.New(path, func(f *os.File) error { return write(f, l, label) })
	if err != nil {
		return err
	}
	defer draft.Drop()
	return draft.Replace()
}

// faults gives the faults of a file as the window knows them.
func faults(err error) error {
	var found exchange.Faults
	if !errors.As(err, &found) {
		return err
	}
	told := make(desktop.Faults, len(found))
	for i, f := range found {
		told[i] = desktop.Fault{Line: f.Line, Code: string(f.Code), Args: f.Args, Finding: f.Finding}
	}
	return told
}

// origin names what records came from, so that it can be recognised later.
func origin(name string, data []byte) string {
	sum := sha256.Sum256(data)
	return name + " sha256:" + hex.EncodeToString(sum[:])
}
