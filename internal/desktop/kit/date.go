package kit

import (
	"errors"
	"regexp"
	"strings"

	"snijvlak/internal/landscape"
	"snijvlak/internal/words"
)

var dutchDate = regexp.MustCompile(`^(?:(\d{1,2})[-/. ])?(\d{1,2})[-/. ](\d{4})$`)

// ReadDate reads a date as people type it: 2026, 2026-11, 2026-11-22, 11-2026
// and 22-11-2026. An empty text is the unknown date.
func ReadDate(text string) (landscape.Date, error) {
	text = strings.TrimSpace(text)
	if text == "" {
		return landscape.Date{}, nil
	}
	if p := dutchDate.FindStringSubmatch(text); p != nil {
		text = p[3] + "-" + two(p[2])
		if p[1] != "" {
			text += "-" + two(p[1])
		}
	}
	return landscape.ParseDate(text)
}

func two(digits string) string {
	if len(digits) == 1 {
		return "0" + digits
	}
	return digits
}

// WriteDate writes a date as people type it: 22-11-2026, 11-2026 or 2026.
func WriteDate(d landscape.Date) string {
	parts := strings.Split(d.String(), "-")
	for i, j := 0, len(parts)-1; i < j; i, j = i+1, j-1 {
		parts[i], parts[j] = parts[j], parts[i]
	}
	return strings.Join(parts, "-")
}

// DateEntry is a field for a date, which says at once when it is none.
type DateEntry struct {
	Entry
	words *words.Words
}

// NewDateEntry makes a field for a date.
func NewDateEntry(w *words.Words, d landscape.Date) *DateEntry {
	e := &DateEntry{words: w}
	e.PlaceHolder = w.T("window.date.form")
	e.ExtendBaseWidget(e)
	e.Text = WriteDate(d)
	e.OnSubmitted = func(string) { e.done() }
	e.Validator = func(text string) error {
		if _, err := ReadDate(text); err != nil {
			return errors.New(w.T("window.date.wrong"))
		}
		return nil
	}
	return e
}

// Date is the date in the field; the error is a sentence.
func (e *DateEntry) Date() (landscape.Date, error) {
	d, err := ReadDate(e.Text)
	if err != nil {
		return d, errors.New(e.words.T("window.date.wrong"))
	}
	return d, nil
}
