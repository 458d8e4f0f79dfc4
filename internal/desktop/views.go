package desktop

import (
	"snijvlak/internal/desktop/journalview"
	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/desktop/overlapview"
)

// views are the six views, in the order of the rail. They are made anew when
// the language changes.
func views(host kit.Host) []kit.View {
	return []kit.View{
		newPlaceholder(host, kit.MapView),
		newPlaceholder(host, kit.BottleneckView),
		overlapview.New(host),
		newPlaceholder(host, kit.AgendaView),
		newPlaceholder(host, kit.TimelineView),
		journalview.New(host),
	}
}

// pane is what stands beside the views; nil where there is nothing.
func pane(host kit.Host) kit.Pane { return newPlaceholderPane(host) }
