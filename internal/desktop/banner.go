package desktop

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"snijvlak/internal/desktop/kit"
)

// bannerKind is something that stays true for a while and must be seen.
type bannerKind int

// The banners, the most pressing first.
const (
	bannerUnsaved bannerKind = iota
	bannerGone
	bannerReadOnly
	bannerDoubtful
	bannerBackup
	bannerPlace
	bannerPast
	bannerDay
)

type bannerAction struct {
	text string
	do   func()
}

// banners are lines above the view that stay until what they say has passed.
type banners struct {
	on      map[bannerKind]fyne.CanvasObject
	content *fyne.Container
}

func newBanners() *banners {
	return &banners{on: map[bannerKind]fyne.CanvasObject{}, content: container.NewVBox()}
}

// set shows a banner, with what can be done about it.
func (b *banners) set(kind bannerKind, text string, actions ...*bannerAction) {
	buttons := container.NewHBox()
	for _, a := range actions {
		if a != nil {
			buttons.Add(container.NewCenter(kit.NewButton(a.text, a.do)))
		}
	}
	icon := container.NewCenter(kit.Picture(kit.NewIcon("warning").In(kit.Attention), 18))
	if kind == bannerDay {
		icon = container.NewCenter(kit.Picture(kit.NewIcon("calendar").In(kit.Attention), 18))
	}
	line := container.NewBorder(nil, nil, kit.Columns(kit.Space1, kit.Gap(0), icon), kit.Columns(kit.Space1, buttons, kit.Gap(0)), kit.Body(text))
	b.on[kind] = container.NewStack(kit.NewSurface(kit.AttentionFill), line)
	b.arrange()
	trace("banner %d on", kind)
}

func (b *banners) clear(kind bannerKind) {
	if _, on := b.on[kind]; on {
		delete(b.on, kind)
		b.arrange()
		trace("banner %d off", kind)
	}
}

func (b *banners) arrange() {
	kinds := make([]bannerKind, 0, len(b.on))
	for k := range b.on {
		kinds = append(kinds, k)
	}
	slices.Sort(kinds)
	b.content.RemoveAll()
	for _, k := range kinds {
		b.content.Add(b.on[k])
	}
	b.content.Refresh()
}
