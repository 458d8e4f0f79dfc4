package e2e

import (
	"bufio"
	"io"
	"strings"
	"sync"
	"time"
)

// lines are what a program wrote, with a mark up to where it was read.
type lines struct {
	mu   sync.Mutex
	said []string
	read int
	more chan struct{} // has room for one; full after a new line
}

func newLines() *lines { return &lines{more: make(chan struct{}, 1)} }

func (l *lines) follow(r io.Reader) {
	scan := bufio.NewScanner(r)
	for scan.Scan() {
		l.mu.Lock()
		l.said = append(l.said, scan.Text())
		l.mu.Unlock()
		select {
		case l.more <- struct{}{}:
		default:
		}
	}
}

// next waits for a line with one of some texts, sets the mark behind it and
// gives the text.
func (l *lines) next(patience time.Duration, texts ...string) (string, bool) {
	late := time.After(patience)
	for {
		if text, ok := l.find(texts); ok {
			return text, true
		}
		select {
		case <-l.more:
		case <-late:
			return "", false
		}
	}
}

func (l *lines) find(texts []string) (string, bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for i := l.read; i < len(l.said); i++ {
		for _, text := range texts {
			if strings.Contains(l.said[i], text) {
				l.read = i + 1
				return text, true
			}
		}
	}
	return "", false
}

// again puts the mark back at the beginning.
func (l *lines) again() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.read = 0
}

func (l *lines) all() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return strings.Join(l.said, "\n")
}
