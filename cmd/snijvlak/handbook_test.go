package main

import (
	"os"
	"path/filepath"
	"testing"
)

func TestHandbookIsWrittenWithItsPictures(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "een map", "die er niet is")
	for range 2 { // F1 again writes over what is there
		page, err := writeHandbook(folder)
		if err != nil {
			t.Fatal(err)
		}
		if info, err := os.Stat(page); err != nil || info.Size() == 0 {
			t.Errorf("no page: %v", err)
		}
	}
	pictures, err := filepath.Glob(filepath.Join(folder, "handboek", "*.png"))
	if err != nil || len(pictures) == 0 {
		t.Errorf("no pictures beside the page: %v", err)
	}
}
