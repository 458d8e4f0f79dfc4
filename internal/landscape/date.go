package landscape

import (
	"fmt"
	"regexp"
	"strconv"
	"time"
)

// Date is a date as known: a year, a month or a day, written YYYY, YYYY-MM or
// YYYY-MM-DD. As a start it means its first day, as an end its last,
// inclusive. The zero Date is unknown.
type Date struct{ year, month, day int }

var dateForm = regexp.MustCompile(`^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$`)

// ParseDate reads a date; the empty text is the unknown date.
func ParseDate(s string) (Date, error) {
	if s == "" {
		return Date{}, nil
	}
	m := dateForm.FindStringSubmatch(s)
	if m == nil || m[2] == "00" || m[3] == "00" {
		return Date{}, &BadDate{Text: s}
	}
	d := Date{number(m[1]), number(m[2]), number(m[3])}
	if !d.exists() {
		return Date{}, &BadDate{Text: s}
	}
	return d, nil
}

// MustDate is ParseDate for constants; it panics on a fault.
func MustDate(s string) Date {
	d, err := ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

// DateOf is the day of t where t is.
func DateOf(t time.Time) Date {
	y, m, d := t.Date()
	return Date{y, int(m), d}
}

func number(s string) int {
	n, _ := strconv.Atoi(s) // digits by the pattern, or empty for 0
	return n
}

// exists says whether the calendar has the date (no 31 April, no year 0).
func (d Date) exists() bool {
	if d.year < 1 || d.month > 12 || (d.month == 0 && d.day != 0) {
		return false
	}
	if d.day == 0 {
		return true
	}
	t := time.Date(d.year, time.Month(d.month), d.day, 0, 0, 0, 0, time.UTC)
	return t.Day() == d.day
}

// Known says whether there is a date at all.
func (d Date) Known() bool { return d.year != 0 }

// Year is the year; 0 where the date is unknown.
func (d Date) Year() int { return d.year }

// Month is 1 to 12, or 0 where only the year is known.
func (d Date) Month() int { return d.month }

// Day is the day of the month, or 0 where it is not known.
func (d Date) Day() int { return d.day }

// First is the first day the date can mean.
func (d Date) First() Date {
	return Date{d.year, max(d.month, 1), max(d.day, 1)}
}

// Last is the last day the date can mean.
func (d Date) Last() Date {
	if d.day != 0 {
		return d
	}
	month := d.month
	if month == 0 {
		month = 12
	}
	t := time.Date(d.year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC)
	return Date{d.year, month, t.Day()}
}

// Before compares days; both must be known to the day (see First and Last).
func (d Date) Before(o Date) bool {
	if d.year != o.year {
		return d.year < o.year
	}
	if d.month != o.month {
		return d.month < o.month
	}
	return d.day < o.day
}

// AddMonths gives the same day n months on, or that month's last day where it
// has no such day.
func (d Date) AddMonths(n int) Date {
	f := d.First()
	t := time.Date(f.year, time.Month(f.month+n), 1, 0, 0, 0, 0, time.UTC)
	last := Date{t.Year(), int(t.Month()), 0}.Last()
	return Date{last.year, last.month, min(f.day, last.day)}
}

// AddDays gives the day n days on.
func (d Date) AddDays(n int) Date {
	f := d.First()
	return DateOf(time.Date(f.year, time.Month(f.month), f.day+n, 0, 0, 0, 0, time.UTC))
}

// String writes the date as it was read; unknown is "".
func (d Date) String() string {
	switch {
	case !d.Known():
		return ""
	case d.month == 0:
		return fmt.Sprintf("%04d", d.year)
	case d.day == 0:
		return fmt.Sprintf("%04d-%02d", d.year, d.month)
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.year, d.month, d.day)
}

// MarshalText makes dates strings in JSON and YAML.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads what MarshalText wrote.
func (d *Date) UnmarshalText(b []byte) error {
	v, err := ParseDate(string(b))
	*d = v
	return err
}

// Period is a span of time, both ends inclusive, either end possibly unknown.
type Period struct{ Start, End Date }

// Holds says whether the period is in force on the day. An unknown end never
// excludes a day.
func (p Period) Holds(day Date) bool {
	if p.Start.Known() && day.Before(p.Start.First()) {
		return false
	}
	return !p.Ended(day)
}

// Ended says whether the day lies after a known end.
func (p Period) Ended(day Date) bool {
	return p.End.Known() && p.End.Last().Before(day)
}

// Meets says whether two periods can share a day.
func (p Period) Meets(o Period) bool {
	return !before(p, o) && !before(o, p)
}

func before(a, b Period) bool {
	return a.End.Known() && b.Start.Known() && a.End.Last().Before(b.Start.First())
}

// Backward says whether the end lies before the start.
func (p Period) Backward() bool {
	return p.Start.Known() && p.End.Known() && p.End.Last().Before(p.Start.First())
}
