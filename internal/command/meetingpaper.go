package command

import (
	"context"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"snijvlak/internal/agenda"
	"snijvlak/internal/landscape"
	"snijvlak/internal/overlap"
	"snijvlak/internal/prose"
	"snijvlak/internal/prose/sheet"
)

// paperFormats are the extensions that a paper can be written as.
var paperFormats = []string{".md", ".html"}

// paperCommand makes a command that writes a paper about a meeting.
func (a *app) paperCommand(name string, run func(ctx context.Context, meeting, out string) error) *cobra.Command {
	c := a.meetingPart(name, func(c *cobra.Command, args []string) error {
		if given(c, "as-of") || given(c, "at") {
			return a.wrong("meeting.no-as-of")
		}
		out := ""
		if len(args) > 1 {
			out = args[1]
		}
		if err := a.mayWritePaper(out); err != nil {
			return err
		}
		return run(c.Context(), args[0], out)
	})
	c.Args = a.count(1, 2)
	c.ValidArgsFunction = nil
	return c
}

func (a *app) mayWritePaper(out string) error {
	if out == "" || slices.Contains(paperFormats, strings.ToLower(filepath.Ext(out))) {
		return nil
	}
	return a.wrong("wrong.extension", "File", out, "All", strings.Join(paperFormats, ", "))
}

func (a *app) meetingPrepareCommand() *cobra.Command {
	return a.paperCommand("prepare", func(ctx context.Context, typed, out string) error {
		p, s, err := a.papers(ctx, typed)
		if err != nil {
			return err
		}
		a.remind(p, s.Audience)
		if a.global.json && out == "" {
			return writeJSON(a.Out, papersJSON(p, s.Audience))
		}
		if s.Near, err = a.near(s.Land, p.Day); err != nil {
			return err
		}
		return a.writePaper(prose.Agenda(s, p), out)
	})
}

func (a *app) meetingSinceCommand() *cobra.Command {
	return a.paperCommand("since", func(ctx context.Context, typed, out string) error {
		p, s, err := a.papers(ctx, typed)
		if err != nil {
			return err
		}
		if a.global.json && out == "" {
			return writeJSON(a.Out, changesJSON(p.Since))
		}
		return a.writePaper(prose.Since(s, p), out)
	})
}

func (a *app) meetingMinutesCommand() *cobra.Command {
	return a.paperCommand("minutes", func(ctx context.Context, typed, out string) error {
		h, s, err := a.held(ctx, typed)
		if err != nil {
			return err
		}
		if a.global.json && out == "" {
			return writeJSON(a.Out, minutesJSON(h, s.Audience))
		}
		return a.writePaper(prose.Minutes(s, h), out)
	})
}

// papers prepares a meeting for --for, else for the body that meets.
func (a *app) papers(ctx context.Context, typed string) (agenda.Papers, prose.Setting, error) {
	ws, err := a.open(ctx)
	if err != nil {
		return agenda.Papers{}, prose.Setting{}, err
	}
	meeting, err := a.meetingOf(ws.Landscape(), typed)
	if err != nil {
		return agenda.Papers{}, prose.Setting{}, err
	}
	s := a.setting(ws.Landscape(), a.readers(ws.Landscape(), meeting), meeting.Date(landscape.DateOn))
	p, err := ws.Papers(ctx, meeting.ID, s.Audience)
	return p, s, err
}

// held is a meeting with what it decided, and who wrote that down.
func (a *app) held(ctx context.Context, typed string) (prose.Held, prose.Setting, error) {
	ws, err := a.open(ctx)
	if err != nil {
		return prose.Held{}, prose.Setting{}, err
	}
	meeting, err := a.meetingOf(ws.Landscape(), typed)
	if err != nil {
		return prose.Held{}, prose.Setting{}, err
	}
	s := a.setting(ws.Landscape(), a.readers(ws.Landscape(), meeting), meeting.Date(landscape.DateOn))
	if meeting, err = s.Land.Find(meeting.ID); err != nil { // as its readers may see it
		return prose.Held{}, s, err
	}
	h := prose.Held{Meeting: meeting}
	h.Body, _ = s.Land.Node(landscape.ID(meeting.Get(landscape.HeldBy)))
	for _, n := range agenda.ItemsOf(s.Land, meeting.ID) {
		e := agenda.EntryOf(s.Land, n, meeting.Date(landscape.DateOn))
		if n.Get(landscape.Result) == "" {
			h.Open = append(h.Open, e)
		} else {
			h.Decided = append(h.Decided, e)
		}
	}
	h.Recorded, err = a.recorders(ctx, h.Decided)
	return h, s, err
}

// recorders are those who wrote the results of items down.
func (a *app) recorders(ctx context.Context, items []agenda.Entry) ([]string, error) {
	entries, err := a.ws.Journal(ctx, 1)
	if err != nil {
		return nil, err
	}
	var all []string
	for _, e := range entries {
		for _, edit := range e.Edits {
			about := func(i agenda.Entry) bool { return edit.Key == i.Item.Key() }
			if slices.ContainsFunc(items, about) && prose.Concludes(edit) && !slices.Contains(all, e.Author) {
				all = append(all, e.Author)
			}
		}
	}
	return all, nil
}

// readers are who a paper is for: --for, else the body that meets.
func (a *app) readers(l *landscape.Landscape, meeting *landscape.Node) landscape.Audience {
	if a.global.sees != "" {
		return a.global.sees
	}
	body, _ := l.Node(landscape.ID(meeting.Get(landscape.HeldBy)))
	if body != nil && body.Get(landscape.Role) == "prepares" {
		return landscape.SoundingBoard
	}
	return landscape.Steering
}

// setting is the ground of a paper, as of a day.
func (a *app) setting(l *landscape.Landscape, to landscape.Audience, day landscape.Date) prose.Setting {
	if !day.Known() {
		day = landscape.DateOf(a.Now())
	}
	return prose.Setting{
		Words: a.say, Land: l.ForAudience(to).AsOf(day.Last()), Audience: to, Made: landscape.DateOf(a.Now()),
	}
}

// near is the overlap check on what the readers may see.
func (a *app) near(l *landscape.Landscape, day landscape.Date) (func(landscape.ID) []overlap.Candidate, error) {
	ask, err := a.asker()
	if err != nil {
		return nil, err
	}
	index := ask(l, day)
	return func(id landscape.ID) []overlap.Candidate {
		answer, err := index.About(id, overlap.Options{Top: candidatesMost})
		if err != nil {
			return nil // it is about nothing that can be checked
		}
		return answer.Candidates
	}, nil
}

// writePaper writes a paper to a file by its extension, or as Markdown to
// standard output.
func (a *app) writePaper(s *sheet.Sheet, out string) error {
	if out == "" {
		return s.WriteMarkdown(a.Out)
	}
	write := s.WriteMarkdown
	if strings.EqualFold(filepath.Ext(out), ".html") {
		write = s.WriteHTML
	}
	if err := a.replace(out, func(w io.Writer) error { return write(w) }); err != nil {
		return err
	}
	if a.global.json {
		return writeJSON(a.Out, members{{"files", []string{out}}})
	}
	return a.answer("meeting.written", "File", out)
}

// remind says what the readers will not see, and what is still empty.
func (a *app) remind(p agenda.Papers, to landscape.Audience) {
	l := a.ws.Landscape()
	if closed := prose.Closed(l, p.Meeting.ID, to); len(closed) > 0 {
		a.tell("%s", a.say.N("meeting.closed", len(closed), "Meeting", string(p.Meeting.ID), "Audience", string(to)))
	}
	for _, e := range p.Entries {
		var empty []string
		for _, f := range prose.Unfilled(e) {
			empty = append(empty, a.say.Or("field", string(f)))
		}
		if len(empty) > 0 {
			a.tell("%s", a.say.T("meeting.unfilled", "Number", e.Item.Number(), "Fields", strings.Join(empty, ", ")))
		}
	}
}

func (a *app) meetingAskCommand() *cobra.Command {
	c := a.meetingPart("ask", func(c *cobra.Command, args []string) error {
		table, out, err := a.tableAndFile(args)
		if err != nil {
			return err
		}
		return a.meetingAsk(c.Context(), table, out)
	})
	c.Args = a.count(0, 2)
	c.ValidArgsFunction = nil
	return c
}

// tableAndFile tells a table from a file by its extension.
func (a *app) tableAndFile(args []string) (table, out string, err error) {
	for _, arg := range args {
		switch {
		case slices.Contains(paperFormats, strings.ToLower(filepath.Ext(arg))) && out == "":
			out = arg
		case table == "" && out == "":
			table = arg
		default:
			return "", "", a.wrong("wrong.extension", "File", arg, "All", strings.Join(paperFormats, ", "))
		}
	}
	return table, out, nil
}

// meetingAsk writes what to put to other tables: all of them, or one.
func (a *app) meetingAsk(ctx context.Context, typed, out string) error {
	if a.global.sees == "" {
		a.global.sees = landscape.Steering
	}
	l, err := a.view(ctx)
	if err != nil {
		return err
	}
	var table landscape.ID
	if typed != "" {
		n, err := l.Find(idOf(typed))
		if err != nil {
			return err
		}
		if n.Type != landscape.Initiative {
			return a.wrong("meeting.no-table", "Name", n.Name(), "Is", a.say.T("type."+string(n.Type)))
		}
		table = n.ID
	}
	pages := agenda.Askings(l, a.global.day, table)
	if a.global.json && out == "" {
		return writeJSON(a.Out, askingsJSON(pages))
	}
	s := prose.Setting{Words: a.say, Land: l, Audience: a.global.sees, Made: landscape.DateOf(a.Now())}
	if s.Near, err = a.near(l, a.global.day); err != nil {
		return err
	}
	return a.writePaper(prose.Ask(s, pages), out)
}
