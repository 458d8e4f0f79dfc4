package agendaview

import (
	"errors"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"snijvlak/internal/agenda"
	"snijvlak/internal/desktop/answers"
	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
	"snijvlak/internal/prose"
	"snijvlak/internal/workspace"
)

// answerSheet asks what another table answered.
type answerSheet struct {
	view     *View
	land     *landscape.Landscape
	node, by *landscape.Node
	sheet    *kit.Sheet

	stage    *kit.Options[string]
	source   *kit.Picker[landscape.ID]
	section  *kit.Entry
	meeting  *kit.Choice[landscape.ID]
	reason   *kit.Entry
	lookBack *kit.DateEntry
	later    *fyne.Container
}

var replies = []string{landscape.Agreed, landscape.Placed, landscape.Declined}

// answer records what a table answered about something.
func (v *View) answer(n, by *landscape.Node) {
	if !v.may() {
		return
	}
	s := &answerSheet{view: v, land: v.host.State().Land, node: n, by: by}
	s.make()
	s.sheet.Show(s.reason)
}

func (s *answerSheet) make() {
	t, host := s.view.words.T, s.view.host
	s.stage = kit.NewOptions(replies, func(v string) string { return t("board.reply." + v) }, func(string) { s.refresh() })
	s.source = kit.NewPicker(host.Window(), s.view.words, t("answers.source.choose"),
		answers.Pickables(s.view.words, s.land, nil, landscape.Document), nil)
	s.section = kit.NewEntry(t("answers.section.hint"))
	s.meeting = kit.NewChoice(append([]landscape.ID{""}, recent(s.land, host.State().Today)...), func(id landscape.ID) string {
		if n, ok := s.land.Node(id); ok {
			return prose.MeetingName(s.view.words, s.land, n)
		}
		return t("board.no-meeting")
	}, nil)
	s.meeting.Set("")
	s.reason = kit.NewArea(t("board.reply.hint"), 2)
	s.lookBack = kit.NewDateEntry(s.view.words, landscape.Date{})
	s.later = kit.Field(t("answers.look-back"), s.lookBack, t("board.look-back.keep"))
	rows := kit.Rows(kit.Space2, kit.Body(s.node.Name()), kit.Field(t("board.reply", "Table", s.by.ShortName()), s.stage.Line(), ""),
		kit.Field(t("board.reply.said"), s.reason, ""),
		kit.Abreast([]float32{1, 1}, kit.Field(t("answers.source"), s.source.Card, ""), kit.Field(t("answers.section"), s.section, "")),
		kit.Abreast([]float32{1, 1}, kit.Field(t("board.or-meeting"), s.meeting.Select, t("board.source.help")), s.later))
	s.sheet = kit.NewSheet(host.Window(), t("board.reply.title", "Table", s.by.ShortName()), 680, rows,
		kit.SheetButton{Text: t("window.cancel")},
		kit.SheetButton{Text: t("board.record"), Primary: true, Stays: true, Do: s.record})
	for _, e := range []*kit.Entry{s.reason, s.section, &s.lookBack.Entry} {
		e.OnDone = s.sheet.Confirm
	}
	s.refresh()
}

// recent are all meetings that are past, the last first.
func recent(l *landscape.Landscape, today landscape.Date) []landscape.ID {
	var ids []landscape.ID
	for _, n := range agenda.Meetings(l, "") {
		if d := n.Date(landscape.DateOn); d.Known() && !today.Before(d.First()) {
			ids = append([]landscape.ID{n.ID}, ids...)
		}
	}
	return ids[:min(len(ids), 2*recentMeetings)]
}

func (s *answerSheet) refresh() {
	t, stage := s.view.words.T, s.stage.Value()
	s.later.Hidden = stage == landscape.Declined
	text := t("board.follows.agreed", "Table", s.by.ShortName())
	if stage == landscape.Declined {
		text = t("board.follows.declined", "List", prose.ListName(s.view.words, agenda.ReturnsTo(s.node)))
	}
	s.sheet.Say(text)
	s.sheet.Fault("")
	s.sheet.Fit()
}

func (s *answerSheet) record() {
	lookBack, err := s.lookBack.Date()
	if err != nil {
		s.sheet.Fault(err.Error())
		return
	}
	reply := agenda.Reply{Item: s.node.ID, By: s.by.ID, Stage: s.stage.Value(), Reason: strings.TrimSpace(s.reason.Text)}
	reply.Source.Document, _ = s.source.Value()
	reply.Source.Section = strings.TrimSpace(s.section.Text)
	if reply.Stage != landscape.Declined {
		reply.LookBack = lookBack
	}
	r := workspace.Recording{DecidedBy: string(s.by.ID)}
	r.Meeting, _ = s.meeting.Value()
	act, why := s.view.host.Workspace().Deciding(nil, agenda.Move{Reason: reply.Reason}, r)
	build := func(l *landscape.Landscape) ([]landscape.Edit, error) { return agenda.Answer(l, reply, act) }
	if _, err := build(s.land); err != nil {
		s.sheet.Fault(s.view.refusal(err))
		return
	}
	s.sheet.Close()
	s.view.host.Change(why, build, nil)
}

// refusal writes what the rules do not allow.
func (v *View) refusal(err error) string {
	var refused *agenda.Refused
	if errors.As(err, &refused) {
		return prose.Refused(v.words, v.host.State().Land, refused)
	}
	return err.Error()
}

// choosePlace asks for a place in the stock, and why there.
func (v *View) choosePlace(n *landscape.Node) {
	t := v.words.T
	place, why := kit.NewEntry(""), kit.NewArea(t("board.reason.hint"), 2)
	place.SetText(n.Get(landscape.Rank))
	why.SetText(n.Get(landscape.RankReason))
	rows := kit.Rows(kit.Space2, kit.Body(n.Name()), kit.Field(t("board.place.number"), place, t("board.place.help")), kit.Field(t("board.reason"), why, ""))
	var sheet *kit.Sheet
	record := func() {
		number, reason := strings.TrimSpace(place.Text), strings.TrimSpace(why.Text)
		if at, err := strconv.Atoi(number); number != "" && (err != nil || at < 1) {
			sheet.Fault(t("board.place.wrong"))
			return
		}
		if number != "" && reason == "" {
			sheet.Fault(t("board.place.need"))
			return
		}
		sheet.Close()
		v.setPlace(n.ID, number, reason)
	}
	sheet = kit.NewSheet(v.host.Window(), t("board.choose-place"), 520, rows,
		kit.SheetButton{Text: t("window.cancel")},
		kit.SheetButton{Text: t("board.record"), Primary: true, Stays: true, Do: record})
	place.OnDone, why.OnDone = sheet.Confirm, sheet.Confirm
	sheet.Show(place)
}

// setPlace gives an action a place in the stock; an empty one lets the criteria
// say.
func (v *View) setPlace(id landscape.ID, number, reason string) {
	set := []workspace.Assignment{{Field: landscape.Rank}, {Field: landscape.RankReason}}
	if number != "" {
		set[0].Values, set[1].Values = []string{number}, []string{reason}
	}
	ws := v.host.Workspace()
	v.host.Change(workspace.Why{Reason: reason}, func(l *landscape.Landscape) ([]landscape.Edit, error) {
		return ws.Set(l, id, set, workspace.When{}, workspace.Source{})
	}, func(workspace.JournalEntry) { v.follow(id) })
}
