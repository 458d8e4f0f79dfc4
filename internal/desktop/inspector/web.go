package inspector

import (
	"net/url"
	"strings"

	"fyne.io/fyne/v2"

	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
)

// webPage is the address of a document that a browser can open; nil where it
// has none. Only pages of the web: an address of another kind could start a
// program.
func webPage(n *landscape.Node) *url.URL {
	if n == nil || n.Type != landscape.Document {
		return nil
	}
	u, err := url.Parse(strings.TrimSpace(n.Get(landscape.URL)))
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return nil
	}
	return u
}

// visit hands an address to the browser; the program itself asks nothing of
// the network.
func (p *Pane) visit(u *url.URL) {
	if err := p.browse(u); err != nil {
		p.host.Notice(p.words.T("inspect.web.fails", "Address", u.String()))
	}
}

func browse(u *url.URL) error { return fyne.CurrentApp().OpenURL(u) }

// pages are buttons for the documents of a basis that can be opened.
func (p *Pane) pages(b landscape.Basis) *fyne.Container {
	row := kit.Flow()
	seen := map[landscape.ID]bool{}
	for _, e := range b.Evidence {
		n, _ := p.state.Seen.Node(e.Document)
		if u := webPage(n); u != nil && !seen[e.Document] {
			seen[e.Document] = true
			row.Add(kit.NewQuiet(p.words.T("inspect.web.of", "Name", n.ShortName()), func() { p.visit(u) }))
		}
	}
	return row
}
