package agendaview

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"snijvlak/internal/agenda"
	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
	"snijvlak/internal/prose"
	"snijvlak/internal/prose/sheet"
)

// The papers of a meeting, and the page for other tables.
const (
	agendaPaper  = "agenda"
	sincePaper   = "since"
	minutesPaper = "minutes"
)

var _ = agenda.Prepare
var _ context.Context
var _ fyne.CanvasObject
var _ = container.NewStack
var _ kit.State
var _ landscape.ID
var _ prose.Setting
var _ sheet.Sheet

func (v *View) showPaper(*landscape.Node, string) {}
func (v *View) askPapers()                        {}
