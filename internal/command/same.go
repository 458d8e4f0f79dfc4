package command

import (
	"slices"

	"snijvlak/internal/landscape"
)

// sameClaims compares what two lists of claims say, with their basis.
func sameClaims(a, b []landscape.Claim) bool {
	return slices.EqualFunc(a, b, func(x, y landscape.Claim) bool {
		return slices.Equal(x.Values, y.Values) && x.Period == y.Period && sameBasis(x.Basis, y.Basis)
	})
}

func sameBasis(a, b landscape.Basis) bool {
	return a.Certainty == b.Certainty && slices.Equal(a.Evidence, b.Evidence)
}
