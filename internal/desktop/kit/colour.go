package kit

import (
	"fmt"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"snijvlak/internal/looks"
)

// Our own colours, as names: what is named follows the theme by itself.
const (
	Paper         fyne.ThemeColorName = "paper"
	Canvas                            = theme.ColorNameBackground
	Ink                               = theme.ColorNameForeground
	Ink2                              = theme.ColorNamePlaceHolder
	Line          fyne.ThemeColorName = "line"
	Hairline                          = theme.ColorNameSeparator
	Primary                           = theme.ColorNamePrimary
	OnPrimary                         = theme.ColorNameForegroundOnPrimary
	Attention     fyne.ThemeColorName = "attention"
	AttentionFill fyne.ThemeColorName = "attentionFill"
	Ended         fyne.ThemeColorName = "ended"
	EndedFill     fyne.ThemeColorName = "endedFill"
	Danger                            = theme.ColorNameError
	Selected                          = theme.ColorNameSelection
)

// ThemeInk and ThemeFill name the colours of a theme of the landscape by its
// number; a number without colours of its own, as of a user's fifth theme, has
// those of what is plain.
func ThemeInk(number int) fyne.ThemeColorName { return themeColour("Ink", number, Ended) }

// ThemeFill is the fill that belongs behind ThemeInk.
func ThemeFill(number int) fyne.ThemeColorName { return themeColour("Fill", number, EndedFill) }

func themeColour(part string, number int, plain fyne.ThemeColorName) fyne.ThemeColorName {
	if number < 1 || number > len(looks.Light.Themes) {
		return plain
	}
	return fyne.ThemeColorName(fmt.Sprintf("theme%d%s", number, part))
}

// Colour is the colour of a name in the theme that is on now.
func Colour(name fyne.ThemeColorName) color.Color { return theme.Color(name) }

// Palette is that of the theme that is on now, for painters of their own.
func Palette() looks.Palette {
	if t, ok := theme.Current().(*Theme); ok && t.variant(fyne.CurrentApp().Settings().ThemeVariant()) == theme.VariantDark {
		return looks.Dark
	}
	return looks.Light
}

var lightColours, darkColours = colourTable(looks.Light, 0x38), colourTable(looks.Dark, 0x80)

func colours(v fyne.ThemeVariant) map[fyne.ThemeColorName]color.Color {
	if v == theme.VariantDark {
		return darkColours
	}
	return lightColours
}

// colourTable gives every colour of a palette its names; shade is how dark, of
// 255, what lies behind a dialog becomes.
func colourTable(p looks.Palette, shade uint8) map[fyne.ThemeColorName]color.Color {
	quiet := mix(p.Paper, p.Line, 0.18)
	table := map[fyne.ThemeColorName]color.Color{
		Paper: solid(p.Paper), Canvas: solid(p.Canvas), Ink: solid(p.Ink), Ink2: solid(p.Ink2),
		Line: solid(p.Line), Hairline: mix(p.Canvas, p.Line, 0.4), Primary: solid(p.Primary),
		Attention: solid(p.Attention.Ink), AttentionFill: solid(p.Attention.Fill),
		Ended: solid(p.Ended.Ink), EndedFill: solid(p.Ended.Fill), Danger: solid(p.Danger),

		OnPrimary:                          solid(p.Paper),
		theme.ColorNameForegroundOnError:   solid(p.Paper),
		theme.ColorNameForegroundOnSuccess: solid(p.Paper),
		theme.ColorNameForegroundOnWarning: solid(p.Paper),
		theme.ColorNameWarning:             solid(p.Attention.Ink),
		theme.ColorNameSuccess:             solid(p.Themes[2].Ink),
		theme.ColorNameHyperlink:           solid(p.Primary),

		theme.ColorNameButton:            quiet,
		theme.ColorNameDisabledButton:    mix(p.Paper, p.Line, 0.08),
		theme.ColorNameDisabled:          solid(p.Ink2), // also what Fyne gives quiet labels
		theme.ColorNameInputBackground:   solid(p.Paper),
		theme.ColorNameInputBorder:       solid(p.Line),
		theme.ColorNameHeaderBackground:  solid(p.Canvas),
		theme.ColorNameMenuBackground:    solid(p.Paper),
		theme.ColorNameOverlayBackground: solid(p.Paper),

		theme.ColorNameHover:               glass(p.Ink, 0x12),
		theme.ColorNamePressed:             glass(p.Ink, 0x24),
		theme.ColorNameFocus:               glass(p.Primary, 0x38),
		Selected:                           glass(p.Primary, 0x2C),
		theme.ColorNameScrollBar:           glass(p.Ink2, 0x90),
		theme.ColorNameScrollBarBackground: glass(p.Ink2, 0x18),
		theme.ColorNameShadow:              color.NRGBA{A: shade},
	}
	for i, pair := range p.Themes {
		table[ThemeInk(i+1)], table[ThemeFill(i+1)] = solid(pair.Ink), solid(pair.Fill)
	}
	return table
}

func solid(c looks.Colour) color.NRGBA { return glass(c, 0xFF) }

func glass(c looks.Colour, alpha uint8) color.NRGBA {
	return color.NRGBA{R: c.R, G: c.G, B: c.B, A: alpha}
}

// mix gives a with part (0..1) of b.
func mix(a, b looks.Colour, part float64) color.NRGBA {
	between := func(x, y uint8) uint8 { return uint8(float64(x) + (float64(y)-float64(x))*part + 0.5) }
	return color.NRGBA{R: between(a.R, b.R), G: between(a.G, b.G), B: between(a.B, b.B), A: 0xFF}
}
