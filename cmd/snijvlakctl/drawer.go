package main

import (
	"context"

	"snijvlak/internal/command"
	"snijvlak/internal/figure"
	"snijvlak/internal/landscape"
	"snijvlak/internal/scene"
	"snijvlak/internal/words"
)

// drawer draws with scene and figure.
type drawer struct{}

func (drawer) Draw(ctx context.Context, l *landscape.Landscape, r command.Request) ([][]byte, error) {
	page, _ := scene.PageByName(r.Page) // command checked it
	picture, err := scene.New(l, scene.Request{
		View: scene.View(r.View), Theme: r.Theme, Focus: r.Focus, Depth: r.Depth, Pairs: r.Pairs,
		Page: page, Day: r.AsOf, Since: r.Since, Audience: r.Audience, Words: words.In(r.Lang),
	})
	if err != nil {
		return nil, err
	}
	return figure.Render(ctx, picture, r.Format)
}
