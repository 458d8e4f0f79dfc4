package workspace_test

import "snijvlak/internal/landscape"

// The script of the year. Each meeting of the Stuurgroep decides twelve times in
// a row; what happens between two meetings comes before the later one.

// actions are the 25 actions with the bottlenecks they resolve. The last is
// thought of when a bottleneck turns out to be shared.
var actions = map[landscape.ID][]landscape.ID{
	"a01": {"t2-1"}, "a02": {"t2-2"}, "a03": {"t2-3"}, "a04": {"t2-5", "t2-6"}, "a05": {"t1-2"},
	"a06": {"t1-5"}, "a07": {"t3-2"}, "a08": {"t3-6"}, "a09": {"t1-8"}, "a10": {"t3-9"},
	"a11": {"t3-10"}, "a12": {"t4-9"}, "a13": {"t4-10"}, "a14": {"g-1"}, "a15": {"g-2"},
	"a16": {"g-3"}, "a17": {"g-4"}, "a18": {"g-6"}, "a19": {"g-8"}, "a20": {"g-9"},
	"a21": {"g-11"}, "a22": {"g-12"}, "a23": {"t3-11"}, "a24": {"t1-10"}, "a25": {"t1-11"},
}

const (
	sgDec, sgMar, sgJun, sgOct, sgJan = "2025-12-11", "2026-03-12", "2026-06-11", "2026-10-08", "2027-01-14"
)

// A line is one act of the secretary. Verbs that begin with a meeting's business
// are proposed three weeks before and decided in it.
//
//	up ITEM LEAD            taken up
//	put ITEM TABLE STAGE    handled elsewhere
//	part ITEM TABLE STAGE   a part of it
//	for ITEM TABLE STAGE B  an action, for one bottleneck
//	complete ITEM           solved or completed
//	back ITEM LIST          a way back
//	concept|defer|reject|amend VERB …   another result than taken
//	settle ITEM RESULT      what came back on this agenda by itself
var meetings = []struct {
	day      string
	between  []string // acts since the meeting before
	business []string
}{
	{day: sgDec, business: []string{
		"up a01 vws", "up a02 vng", "up a03 om", "up a04 politie",
		"put t4-4 slachtofferbeleid asked", "put t1-9 seksueel-geweld agreed",
		"put t2-9 bestuurlijk-overleg-wvggz asked", "put t4-5 reintegratie-justitiabelen asked",
		"up a25 jenv", "part t3-7 leefbaarheid-en-veiligheid could",
		"concept up a05 vng", "up a06 bzk",
	}},
	{day: sgMar, between: []string{
		"2026-01-20 answer t2-9 agreed", "2026-02-02 answer t4-5 declined",
	}, business: []string{
		"settle a05 ratified", "up a07 vws", "up a08 vng", "complete a01", "back a02 stock",
		"put t2-10 bestuurlijk-overleg-wvggz asked", "put t2-11 forensisch-regulier could", "put a09 mensenhandel could",
		"put t4-4 slachtofferbeleid-2025-2028 asked", "complete g-7", "put g-10 samenwerkingsagenda-zvh could",
		"defer up a10 vng",
	}},
	{day: sgJun, between: []string{
		"2026-04-01 answer t4-4 placed", "2026-04-10 answer t2-10 declined",
	}, business: []string{
		"settle a10 taken", "complete a03", "for a04 grip-op-onbegrip asked t2-6", "put t2-7 beschermd-thuis asked",
		"put t4-6 reintegratie-justitiabelen asked", "put t4-7 reintegratie-justitiabelen could",
		"up a11 aedes", "up a12 vws", "reject up a13 vng", "put t1-7 toekomstscenario could", "up a14 vng",
		"put t1-3 zorg-straf asked",
	}},
	{day: sgOct, between: []string{
		"2026-06-20 answer t1-9 placed", "2026-06-20 answer t2-9 placed", "2026-07-02 answer t3-7 agreed",
		"2026-07-02 answer t2-6 agreed",
	}, business: []string{
		"complete a06", "put a15 samenwerkingsagenda-zvh asked", "up a16 vng", "up a17 vws", "up a18 lnvzvh", "up a19 vng",
		"put a20 samenwerkingsagenda-zvh could", "back t2-11 bottlenecks", "amend up a21 vws", "put a07 een-thuis-voor-iedereen asked",
		"reject put t4-5 preventie-met-gezag could", "complete a25",
	}},
}

// final says where everything of the year stands after it: its list, and for
// what lies elsewhere the table and its answer.
var final = map[landscape.ID]string{
	"t4-4": "elsewhere slachtofferbeleid-2025-2028 placed",
	"t1-9": "bottlenecks", // seksueel-geweld ended
	"t2-9": "elsewhere bestuurlijk-overleg-wvggz placed",
	"t4-5": "bottlenecks", "t1-11": "bottlenecks", "t2-10": "bottlenecks", "t2-11": "bottlenecks",
	"t3-7": "bottlenecks, part leefbaarheid-en-veiligheid agreed",
	"g-7":  "completed", "g-10": "elsewhere samenwerkingsagenda-zvh could",
	"t2-6": "elsewhere grip-op-onbegrip agreed", "t2-7": "elsewhere beschermd-thuis asked",
	"t4-6": "elsewhere reintegratie-justitiabelen asked", "t4-7": "elsewhere reintegratie-justitiabelen could",
	"t1-7": "elsewhere toekomstscenario could", "t1-3": "elsewhere zorg-straf asked",
	"t2-1": "bottlenecks", "t2-2": "bottlenecks", "t2-3": "bottlenecks", "t2-5": "bottlenecks",
	"t1-2": "bottlenecks", "t1-5": "bottlenecks", "t1-8": "bottlenecks", "t1-10": "bottlenecks",
	"t3-2": "bottlenecks", "t3-6": "bottlenecks", "t3-9": "bottlenecks", "t3-10": "bottlenecks", "t3-11": "bottlenecks",
	"t4-9": "bottlenecks", "t4-10": "bottlenecks",
	"g-1": "bottlenecks", "g-2": "bottlenecks", "g-3": "bottlenecks", "g-4": "bottlenecks", "g-6": "bottlenecks",
	"g-8": "bottlenecks", "g-9": "bottlenecks", "g-11": "bottlenecks", "g-12": "bottlenecks",

	"a01": "completed", "a02": "stock", "a03": "completed", "a04": "underway", "a05": "underway",
	"a06": "completed", "a07": "underway", "a08": "underway", "a09": "elsewhere mensenhandel could", "a10": "underway",
	"a11": "underway", "a12": "underway", "a13": "stock", "a14": "underway", "a15": "elsewhere samenwerkingsagenda-zvh asked",
	"a16": "underway", "a17": "underway", "a18": "underway", "a19": "underway", "a20": "elsewhere samenwerkingsagenda-zvh could",
	"a21": "underway", "a22": "stock", "a23": "stock", "a24": "stock", "a25": "completed",
}
