package figure

import (
	"strings"

	"snijvlak/internal/looks"
	"snijvlak/internal/scene"
)

// The names of the fixture's boxes, in whole.
const (
	nameTable     = "Re-integratie (ex-)justitiabelen"
	nameProgramme = "Nationaal Actieplan Dakloosheid: Eerst een Thuis"
	nameFussy     = `Zorg & "Veiligheid" <coördinatie> – ’t Gooi, €uro`
)

var light = looks.Light

// fixture is a page with each kind of shape and text, made by hand.
func fixture() scene.Scene {
	return scene.Scene{
		Width: 420, Height: 240, Lang: "nl", Part: 1, Parts: 1,
		Title:      "Beleidslandschap zorg & veiligheid",
		Desc:       "Drie initiatieven.\nTwee lijnen.",
		Background: light.Paper,
		Items: []scene.Item{
			note("titel", 16, 24, text("Beleidslandschap zorg & veiligheid", 12, true, light.Ink)),
			line(1, 150, 80, 250, 130, nil, false),
			line(2, 150, 100, 250, 180, []float64{4, 2}, false),
			line(3, 110, 125, 110, 180, []float64{0, 3}, true),
			box("tafel/re-integratie", nameTable, "bestuurlijk overleg", 16, 50, light.Theme(1), rounded),
			box("plan dakloosheid", nameProgramme, "nationaal actieplan", 250, 90, light.Theme(3), square),
			box("3.fussy", nameFussy, "regiegroep", 16, 180, light.Theme(4), rounded),
			note("bron", 16, 232, text("Bron: begroting 2026, artikel 33. AVATAR fi fl ffi 1 van 3", 7, false, light.Ink2)),
		},
	}
}

func text(s string, size float64, bold bool, c looks.Colour) scene.Text {
	return scene.Text{
		String: s, Size: size, Bold: bold, Colour: c, On: light.Paper,
		Width: scene.NotoSans.Width(s, size, bold, 0),
	}
}

func note(id string, x, y float64, t scene.Text) scene.Item {
	t.X, t.Y = x, y
	return scene.Item{Role: scene.RoleNote, ID: id, Title: t.String, Texts: []scene.Text{t}}
}

func line(n int, x1, y1, x2, y2 float64, dash []float64, round bool) scene.Item {
	curve := scene.Path{
		{Op: scene.Move, P: [3]scene.Point{{X: x1, Y: y1}}},
		{Op: scene.Curve, P: [3]scene.Point{{X: x1 + 50, Y: y1}, {X: x2 - 50, Y: y2}, {X: x2, Y: y2}}},
	}
	shape := scene.Shape{Path: curve, Stroke: &light.Line, Width: 1, Dash: dash, Round: round}
	return scene.Item{
		Role: scene.RoleLine, ID: "lijn-" + strings.Repeat("i", n), Title: "raakt aan",
		Shapes: []scene.Shape{shape},
	}
}

const boxWidth, boxHeight = 136, 48

func box(id, name, kind string, x, y float64, c looks.Pair, outline func(x, y float64) scene.Path) scene.Item {
	item := scene.Item{
		Role: scene.RoleBox, ID: id, Title: name, Desc: kind + " " + name,
		Rect:   scene.Rect{X: x, Y: y, W: boxWidth, H: boxHeight},
		Shapes: []scene.Shape{{Path: outline(x, y), Fill: &c.Fill, Stroke: &c.Ink, Width: 1.25}},
	}
	k := text(kind, 7, false, light.Ink2)
	k.X, k.Y, k.Spacing = x+8, y+13, 0.4
	k.Width = scene.NotoSans.Width(kind, k.Size, k.Bold, k.Spacing)
	item.Texts = append(item.Texts, k)
	for i, l := range scene.NotoSans.Wrap(name, 8, true, boxWidth-16) {
		t := text(l, 8, true, light.Ink)
		t.X, t.Y, t.On = x+8, y+25+11*float64(i), c.Fill
		item.Texts = append(item.Texts, t)
	}
	return item
}

func square(x, y float64) scene.Path {
	p := func(dx, dy float64) [3]scene.Point { return [3]scene.Point{{X: x + dx, Y: y + dy}} }
	return scene.Path{
		{Op: scene.Move, P: p(0, 0)},
		{Op: scene.Line, P: p(boxWidth-8, 0)},
		{Op: scene.Line, P: p(boxWidth, 8)},
		{Op: scene.Line, P: p(boxWidth, boxHeight)},
		{Op: scene.Line, P: p(0, boxHeight)},
		{Op: scene.Close},
	}
}

func rounded(x, y float64) scene.Path {
	const r, k, w, h = 6, 2.7, boxWidth, boxHeight // k is where the curve bends
	p := func(d ...float64) (out [3]scene.Point) {
		for i := 0; i < len(d); i += 2 {
			out[i/2] = scene.Point{X: x + d[i], Y: y + d[i+1]}
		}
		return out
	}
	return scene.Path{
		{Op: scene.Move, P: p(r, 0)},
		{Op: scene.Line, P: p(w-r, 0)},
		{Op: scene.Curve, P: p(w-k, 0, w, k, w, r)},
		{Op: scene.Line, P: p(w, h-r)},
		{Op: scene.Curve, P: p(w, h-k, w-k, h, w-r, h)},
		{Op: scene.Line, P: p(r, h)},
		{Op: scene.Curve, P: p(k, h, 0, h-k, 0, h-r)},
		{Op: scene.Line, P: p(0, r)},
		{Op: scene.Curve, P: p(0, k, k, 0, r, 0)},
		{Op: scene.Close},
	}
}
