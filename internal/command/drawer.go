package command

import (
	"context"
	"errors"

	"snijvlak/internal/landscape"
	"snijvlak/internal/scene"
)

// Drawer draws a view of a landscape.
type Drawer interface {
	// Draw gives the finished pages of the picture, in the format that the
	// extension of r.Out names. A view that does not fit on one page gives
	// several; a PDF holds them all and is one. The landscape is that of every
	// day, cut down to r.Audience already.
	Draw(ctx context.Context, l *landscape.Landscape, r Request) (pages [][]byte, err error)
}

// Request says what to draw; every value has been checked.
type Request struct {
	// Out is the path that was typed; Format its extension: svg, pdf, png, dot
	// or txt.
	Out, Format string
	// View is one of scene.Views.
	View string
	// Theme is that of the views theme, ownership and agenda; "" is all.
	Theme landscape.ID
	// Focus and Depth are the middle and the reach of a neighbourhood.
	Focus landscape.ID
	Depth int
	// Pairs are asked by the view overlap.
	Pairs []scene.Pairing
	// Page is a4, a4-portrait, a3, 16:9 or memo.
	Page     string
	Lang     string
	Audience landscape.Audience
	AsOf     landscape.Date
	// Since is the earlier day of the view difference.
	Since landscape.Date
}

// ErrNoDrawer is the answer of a program that was built without a drawer.
var ErrNoDrawer = errors.New("this program cannot draw")
