package desktop

import (
	"slices"

	"fyne.io/fyne/v2"

	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/desktop/remember"
)

// settings are what the window remembers of a person between two starts.
type settings struct{ *remember.Memory }

func (s settings) text(key string) string { return remember.Or(s.Memory, key, "") }

const (
	prefLang   = "language"
	prefMode   = "mode"
	prefScale  = "scale"
	prefAuthor = "author"
	prefView   = "view"
	prefWidth  = "width"
	prefHeight = "height"
	prefPane   = "pane"
	prefSplit  = "split"
	prefRecent = "recent"
)

// scales are the sizes of everything in the window, in percent.
var scales = []int{100, 125, 150, 175, 200}

func (s settings) lang() string {
	if s.text(prefLang) == "en" {
		return "en"
	}
	return "nl"
}

func (s settings) mode() kit.Mode {
	if m := kit.Mode(s.text(prefMode)); slices.Contains(kit.Modes, m) {
		return m
	}
	return kit.FollowSystem
}

// scale is in percent.
func (s settings) scale() int {
	if p := remember.Or(s.Memory, prefScale, scales[0]); slices.Contains(scales, p) {
		return p
	}
	return scales[0]
}

func (s settings) author() string { return s.text(prefAuthor) }

func (s settings) view() kit.ViewID {
	return remember.Or(s.Memory, prefView, kit.MapView)
}

func (s settings) pane() bool { return remember.Or(s.Memory, prefPane, true) }

// split is how much of the width is the view's, where the inspector is beside it.
func (s settings) split() float64 {
	return min(max(remember.Or(s.Memory, prefSplit, 0.72), 0.3), 0.9)
}

// size is that of the window when it was last closed.
func (s settings) size() fyne.Size {
	width, height := remember.Or(s.Memory, prefWidth, 1200.0), remember.Or(s.Memory, prefHeight, 800.0)
	return fyne.NewSize(float32(max(width, 480)), float32(max(height, 320)))
}

func (s settings) setSize(size fyne.Size) {
	s.Put(prefWidth, size.Width)
	s.Put(prefHeight, size.Height)
}

// maxRecent is how many files the menu remembers.
const maxRecent = 8

func (s settings) recent() []string { return remember.Or[[]string](s.Memory, prefRecent, nil) }

// used puts a file at the top of those used last.
func (s settings) used(path string) {
	files := slices.DeleteFunc(s.recent(), func(p string) bool { return p == path })
	files = slices.Insert(files, 0, path)
	s.Put(prefRecent, files[:min(len(files), maxRecent)])
}
