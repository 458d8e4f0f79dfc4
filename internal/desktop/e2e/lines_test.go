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

// count is how many lines there are.
func (l *lines) count() int {
	l.mu.Lock()
	defer l.mu.Unlock()
	return len(l.said)
}

// any waits for the first line from number at on that has one of some texts,
// and gives that text.
func (l *lines) any(at int, patience time.Duration, texts ...string) (string, bool) {
	late := time.After(patience)
	for {
		l.mu.Lock()
		for _, line := range l.said[at:] {
			for _, text := range texts {
				if strings.Contains(line, text) {
					l.mu.Unlock()
					return text, true
				}
			}
		}
		l.mu.Unlock()
		select {
		case <-l.more:
		case <-late:
			return "", false
		}
	}
}

// next waits for a line with a text and sets the mark behind it.
func (l *lines) next(text string, patience time.Duration) (string, bool) {
	late := time.After(patience)
	for {
		if line, ok := l.find(text); ok {
			return line, true
		}
		select {
		case <-l.more:
		case <-late:
			return "", false
		}
	}
}

func (l *lines) find(text string) (string, bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for i := l.read; i < len(l.said); i++ {
		if strings.Contains(l.said[i]+" ", text) {
			l.read = i + 1
			return l.said[i], true
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
