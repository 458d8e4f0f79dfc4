package agendaview

import "snijvlak/internal/landscape"

type holding struct{}

func (h *holding) show() {}

func (v *View) holdMeeting(*landscape.Node) {}
