package landscape_test

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"snijvlak/internal/landscape"
)

// Made by what the standards say and not by the code that is tested.
var personalSamples = map[landscape.PersonalKind]func(*rand.Rand) string{
	landscape.Email: func(r *rand.Rand) string {
		word := func() string {
			return pickOf(r, "jan", "k.bakker", "m.de-vries", "info", "o'brien", "j_p", "zorg+meldingen", "r2", "Sjoerd.Ünal")
		}
		host := pickOf(r, "example.nl", "gemeente.example.nl", "mail.zorg-huis.example.com", "politie.example.org", "EXAMPLE.EU")
		return word() + "@" + host
	},
	landscape.Phone: func(r *rand.Rand) string {
		last := fmt.Sprintf("%08d", r.IntN(100_000_000))
		mobile := pickOf(r, "06-"+last, "06"+last, "06 "+last, "06 "+grouped(last, []int{2, 2, 2, 2}, " "), "06-"+grouped(last, []int{4, 4}, " "),
			"+316"+last, "+31 6 "+last, "+31 (0)6 "+grouped(last, []int{2, 2, 2, 2}, " "), "0031 6 "+last, "+31-6-"+last)
		area := pickOf(r, "010", "015", "020", "070", "088", "085", "073")
		fixed := pickOf(r, area+"-"+last[:7], area+" "+grouped(last[:7], []int{3, 2, 2}, " "), "("+area+") "+last[:7], area+last[:7],
			"+31 "+area[1:]+" "+last[:7], "0"+fmt.Sprint(111+r.IntN(480))+"-"+last[:6])
		return pickOf(r, mobile, fixed)
	},
	landscape.IBAN: func(r *rand.Rand) string {
		bank := pickOf(r, "ABNA", "INGB", "RABO", "TRIO", "ASNB")
		account := bank + fmt.Sprintf("%010d", r.IntN(1_000_000_000))
		return pickOf(r, withCheck("NL", account), inFours(withCheck("NL", account)), strings.ToLower(withCheck("NL", account)),
			inFours(withCheck("BE", fmt.Sprintf("%012d", r.IntN(1_000_000_000)))),
			withCheck("DE", fmt.Sprintf("%018d", r.IntN(1_000_000_000))))
	},
}

func pickOf(r *rand.Rand, choices ...string) string { return choices[r.IntN(len(choices))] }

// withCheck gives an account number its two check digits (ISO 13616).
func withCheck(country, account string) string {
	var digits strings.Builder
	for _, c := range account + country + "00" {
		if c >= 'A' {
			fmt.Fprint(&digits, c-'A'+10)
		} else {
			digits.WriteRune(c)
		}
	}
	n, _ := new(big.Int).SetString(digits.String(), 10)
	return fmt.Sprintf("%s%02d%s", country, 98-n.Mod(n, big.NewInt(97)).Int64(), account)
}

func inFours(s string) string {
	var groups []string
	for part := range slices.Chunk([]byte(s), 4) {
		groups = append(groups, string(part))
	}
	return strings.Join(groups, " ")
}

func TestPersonalDataIsFound(t *testing.T) {
	around := []string{"", "Bel ", "(", "mail: ", "zie ", "2024, ", "\n", "<"}
	after := []string{"", ".", " in 2024", ")", ", dus", "\n", ";", ">"}
	for kind, sample := range personalSamples {
		r := rand.New(rand.NewPCG(5, 6)) //nolint:gosec // the same samples each time
		found := 0
		for range 1000 {
			value := sample(r)
			text := pickOf(r, around...) + value + pickOf(r, after...)
			if slices.Contains(landscape.Personal(text), kind) && !strings.Contains(landscape.Mask(text), value) {
				found++
			} else {
				t.Logf("%s: not found in %q", kind, text)
			}
		}
		if found < 950 {
			t.Errorf("%s: %d of 1,000 found", kind, found)
		}
	}
}

func TestLookAlikesAreLeftAlone(t *testing.T) {
	for _, text := range []string{
		"", "in 2024 en 2025", "2018-07-01", "01-02-2024 12:30", "06-02-2024 12 uur", "van 01-01-2025 t/m 31-12-2026",
		"artikel 46 UAVG", "art. 6:162 BW", "€ 1.250.000,00", "EUR 0,5 miljoen", "€ 12.500.000.000",
		"Kamerstukken II 2023/24, 35968-D", "29 325, nr. 137", "kst-29325-137", "ah-tk-20232024-1234", "blg-1151234",
		"t1-3", "bestuurlijk-overleg-wvggz", "item-2024-11", "ISBN 978-90-12-34567-8", "0800-1234", "14 070", "112",
		"sha256:9f0123456789abcdef", "3.400.000.000 inwoners", "postbus 20350, 2500 EJ Den Haag",
		"versie 2.8.0", "a @ b", "@home", "kosten per eenheid@2024", "prijs @ 12,50", "NL99ABNA0417164300", "NL-plan 2024",
		"NL91 ABNA", "WO30 2024 0000 0000 12", "T13 en T14", "12345678901234567890", "0-1-2-3-4-5-6-7-8-9",
	} {
		if kinds := landscape.Personal(text); len(kinds) > 0 {
			t.Errorf("%q is taken for %v", text, kinds)
		}
		if masked := landscape.Mask(text); masked != text {
			t.Errorf("%q is masked as %q", text, masked)
		}
	}
}

func TestMask(t *testing.T) {
	for text, want := range map[string]string{
		"bel 06-12345678 of 070 123 45 67": "bel ••• of •••",
		"‘jan@example.nl’":                 "‘•••’",
		"111222333 en NL91ABNA0417164300":  "••• en •••",
		"é blijft é":                       "é blijft é",
	} {
		if got := landscape.Mask(text); got != want {
			t.Errorf("%q is masked as %q", text, got)
		}
	}
}
