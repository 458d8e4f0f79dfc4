package backup

// How many copies are kept: the newest ones, and the newest of each day for so
// many days on which there was one.
const (
	keepNewest = 10
	keepDays   = 30
)

// expired gives the copies that are not kept, of a list with the newest first.
// It looks at no clock: a file that is opened once a month has its last thirty
// days of work too, and a clock that was wrong for a day throws nothing away.
func expired(list []one) []one {
	var gone []one
	days := map[string]bool{}
	for i, o := range list {
		day := o.at.UTC().Format("2006-01-02")
		newest := !days[day] && len(days) < keepDays
		if newest {
			days[day] = true
		}
		if i >= keepNewest && !newest {
			gone = append(gone, o)
		}
	}
	return gone
}
