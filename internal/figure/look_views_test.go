package figure_test

import (
	"context"
	"fmt"
	"os"
	"testing"

	"snijvlak/internal/exchange"
	"snijvlak/internal/figure"
	"snijvlak/internal/landscape"
	"snijvlak/internal/scene"
	"snijvlak/internal/words"
)

func TestLookViews(t *testing.T) {
	dir := os.Getenv("LOOKVIEWS")
	if dir == "" {
		t.Skip()
	}
	l, err := exchange.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	for _, page := range scene.Pages {
		for _, day := range []string{"2026-11-22", "2018-07-15"} {
			for _, r := range []scene.Request{{View: scene.Overview}, {View: scene.ThemeView, Theme: "passende-woonplek"}, {View: scene.Ownership}, {View: scene.Neighbourhood, Focus: "zorg-straf", Depth: 2}} {
				r.Page, r.Day, r.Words = page, landscape.MustDate(day), words.In("nl")
				scenes, err := scene.Draw(context.Background(), l, r, figure.Place)
				if err != nil {
					t.Error(page.Name, r.View, day, err)
					continue
				}
				for i, s := range scenes {
					name := fmt.Sprintf("%s/%s-%s-%s-%d.svg", dir, r.View, page.Name, day[:4], i+1)
					f, _ := os.Create(name)
					if err := figure.WriteSVG(f, s); err != nil {
						t.Error(err)
					}
					f.Close()
				}
				t.Log(page.Name, r.View, day, len(scenes))
			}
		}
	}
}
