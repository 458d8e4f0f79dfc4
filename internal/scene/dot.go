package scene

import (
	"fmt"
	"strings"
)

// DOT writes a graph for Graphviz' dot. Boxes have fixed sizes; each column is
// one rank, its order forced by a chain of invisible edges that hangs from a
// point on top, and the visible edges pull at nothing: so a box more in one
// column moves no box of another.
func DOT(g Graph) string {
	var b strings.Builder
	if g.Caption != "" {
		fmt.Fprintf(&b, "// %s\n", strings.Join(strings.Fields(g.Caption), " "))
	}
	fmt.Fprintf(&b, "digraph landscape {\n")
	fmt.Fprintf(&b, "  rankdir=LR; splines=line; nodesep=%s; ranksep=%s;\n", inch(g.Gap), inch(g.Gutter))
	b.WriteString("  node [shape=box fixedsize=true margin=0 fontname=\"Noto Sans\" fontsize=8];\n")
	b.WriteString("  edge [dir=none weight=0];\n")
	writeTops(&b, g)
	for i, c := range g.Columns {
		writeColumn(&b, i, c)
	}
	for _, e := range g.Edges {
		writeEdge(&b, g, e)
	}
	b.WriteString("}\n")
	return b.String()
}

// topHeight is that of the points the columns hang from.
const topHeight = 0.5

// writeTops puts a point over each column and ties them to one height.
func writeTops(b *strings.Builder, g Graph) {
	names := make([]string, len(g.Columns))
	for i, c := range g.Columns {
		names[i] = top(i)
		fmt.Fprintf(b, "  %s [label=\"\" style=invis width=%s height=%s];\n", top(i), inch(c.Width), inch(topHeight))
	}
	if len(names) > 1 {
		fmt.Fprintf(b, "  %s [style=invis weight=1000];\n", strings.Join(names, " -> "))
	}
}

func top(i int) string { return fmt.Sprintf("top%d", i) }

func writeColumn(b *strings.Builder, i int, c GraphColumn) {
	chain := []string{top(i)}
	for _, n := range c.Nodes {
		chain = append(chain, quote(n.ID))
		fmt.Fprintf(b, "  %s [id=%s width=%s height=%s %s];\n",
			quote(n.ID), quote(n.ID), inch(c.Width), inch(n.Height), labelOf(n, c.Width))
	}
	if len(chain) > 1 {
		fmt.Fprintf(b, "  { rank=same; %s [style=invis weight=100]; }\n", strings.Join(chain, " -> "))
	}
}

// labelOf gives a box its name, or, where lines end at places of their own, a
// table of cells for them to end at.
func labelOf(n GraphNode, width float64) string {
	if n.Left == 0 && n.Right == 0 {
		return "label=" + quote(n.Label)
	}
	cells := func(side string, count int) string {
		var rows strings.Builder
		for i := range max(count, 1) {
			fmt.Fprintf(&rows, `<tr><td port="%s%d" fixedsize="true" width="%s" height="%s"></td></tr>`,
				side, i, point(width/2), point(n.Height/float64(max(count, 1))))
		}
		return `<td>` + table + rows.String() + `</table></td>`
	}
	return fmt.Sprintf(`shape=none tooltip=%s label=<%s<tr>%s%s</tr></table>>`,
		quote(n.Label), table, cells("l", n.Left), cells("r", n.Right))
}

const table = `<table border="0" cellborder="0" cellspacing="0" cellpadding="0">`

func writeEdge(b *strings.Builder, g Graph, e GraphEdge) {
	style := ""
	if e.Dashed {
		style = " style=dashed"
	}
	fmt.Fprintf(b, "  %s%s -> %s%s [id=%s%s];\n",
		quote(e.From), port("r", e.FromPort, "e"), quote(e.To), port("l", e.ToPort, "w"), quote(e.ID), style)
}

func port(side string, i int, compass string) string {
	if i < 0 {
		return ":" + compass
	}
	return fmt.Sprintf(":%s%d:%s", side, i, compass)
}

// quote writes a DOT string. A backslash begins an escape in labels, so it is
// doubled.
func quote(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", " ", "\r", " ").Replace(s) + `"`
}

// inch and point write lengths; Graphviz takes inches for boxes and points in
// tables.
func inch(points float64) string  { return fmt.Sprintf("%.5f", points/72) }
func point(points float64) string { return fmt.Sprintf("%.3f", points) }
