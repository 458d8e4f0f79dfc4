package desktop

import (
	"snijvlak/internal/desktop/agendaview"
	"snijvlak/internal/desktop/bottleneckview"
	"snijvlak/internal/desktop/inspector"
	"snijvlak/internal/desktop/journalview"
	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/desktop/landscapeview"
	"snijvlak/internal/desktop/overlapview"
	"snijvlak/internal/desktop/timelineview"
)

// views are the six views, in the order of the rail. They are made anew when
// the language changes.
func views(host kit.Host) []kit.View {
	return []kit.View{
		landscapeview.New(host),
		bottleneckview.New(host),
		overlapview.New(host),
		agendaview.New(host),
		timelineview.New(host),
		journalview.New(host),
	}
}

// pane is what stands beside the views; nil where there is nothing.
func pane(host kit.Host) kit.Pane { return inspector.New(host) }
