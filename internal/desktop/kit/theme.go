package kit

import (
	"image/color"
	"os"
	"runtime"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"snijvlak/assets"
)

// Mode is how light the window is.
type Mode string

// The modes.
const (
	FollowSystem Mode = "system"
	Light        Mode = "light"
	Dark         Mode = "dark"
)

// Modes are all modes, the default first.
var Modes = []Mode{FollowSystem, Light, Dark}

// Spaces, in steps of 4.
const (
	Space1 float32 = 4
	Space2 float32 = 8
	Space3 float32 = 12
	Space4 float32 = 16
	Space6 float32 = 24
	Space8 float32 = 32
)

// Corner is the radius of every rounded corner, Ring the width of the focus
// ring, Target the least height of what one can press.
const (
	Corner float32 = 6
	Ring   float32 = 2
	Target float32 = 28
)

// Text sizes, as names for a widget.Label.
const (
	SizeTitle     = theme.SizeNameHeadingText    // 22
	SizeSection   = theme.SizeNameSubHeadingText // 16
	SizeBody      = theme.SizeNameText           // 14
	SizeSecondary = theme.SizeNameCaptionText    // 12

	// SizeKind is that of the spaced word above a name.
	SizeKind fyne.ThemeSizeName = "kind" // 11
	// SizeAcross can be read across a room, SizeAcrossSmall is what stands beside it.
	SizeAcross      fyne.ThemeSizeName = "across"       // 26
	SizeAcrossSmall fyne.ThemeSizeName = "across-small" // 19
)

// Theme is the look of the window, made of the tokens in looks.
type Theme struct{ mode Mode }

// NewTheme makes the theme of a mode.
func NewTheme(m Mode) *Theme {
	if m == FollowSystem && !systemSays() {
		m = Light // as paper; Fyne would take dark
	}
	return &Theme{m}
}

// systemSays is false where there is nobody to ask how light the screen is.
func systemSays() bool {
	return runtime.GOOS != "linux" || os.Getenv("DBUS_SESSION_BUS_ADDRESS") != ""
}

// Variant is the variant a mode shows where the system has another.
func (t *Theme) variant(system fyne.ThemeVariant) fyne.ThemeVariant {
	switch t.mode {
	case Light:
		return theme.VariantLight
	case Dark:
		return theme.VariantDark
	}
	return system
}

// Color gives one of Fyne's colours or of ours.
func (t *Theme) Color(name fyne.ThemeColorName, system fyne.ThemeVariant) color.Color {
	c, ok := colours(t.variant(system))[name]
	if !ok {
		return theme.DefaultTheme().Color(name, t.variant(system))
	}
	return c
}

// Font gives the figure's family; only fixed-width text and symbols are
// Fyne's own.
func (t *Theme) Font(style fyne.TextStyle) fyne.Resource {
	switch {
	case style.Monospace, style.Symbol:
		return theme.DefaultTheme().Font(style)
	case style.Bold:
		return bold
	}
	return regular
}

var (
	regular = fyne.NewStaticResource("NotoSans-Regular.ttf", assets.FontRegular)
	bold    = fyne.NewStaticResource("NotoSans-Bold.ttf", assets.FontBold)
)

// Icon gives Fyne's icons; ours are resources of their own.
func (t *Theme) Icon(name fyne.ThemeIconName) fyne.Resource { return theme.DefaultTheme().Icon(name) }

var sizes = map[fyne.ThemeSizeName]float32{
	SizeTitle: 22, SizeSection: 16, SizeBody: 14, SizeSecondary: 12, SizeKind: 11, SizeAcross: 26, SizeAcrossSmall: 19,
	theme.SizeNamePadding: Space1, theme.SizeNameInnerPadding: Space2,
	theme.SizeNameLineSpacing: 1, theme.SizeNameInlineIcon: 18,
	theme.SizeNameInputRadius: Corner, theme.SizeNameSelectionRadius: Corner,
	theme.SizeNameButtonRadius: Corner, theme.SizeNameCardRadius: Corner,
	theme.SizeNameDialogRadius: Corner, theme.SizeNamePopupRadius: Corner, theme.SizeNameMenuRadius: Corner,
	theme.SizeNameInputBorder: 1, theme.SizeNameSeparatorThickness: 1, theme.SizeNameSplitThickness: 1,
	theme.SizeNameScrollBar: 12, theme.SizeNameScrollBarSmall: 6,
	theme.SizeNameModalBlurRadius: 0, // a blur of the window costs too much without a graphics card
}

// Size gives the size of a name in units of the canvas.
func (t *Theme) Size(name fyne.ThemeSizeName) float32 {
	if s, ok := sizes[name]; ok {
		return s
	}
	return theme.DefaultTheme().Size(name)
}
