// Package archtest guards the shape of the module: which package may import
// which. The rules are the tables in rules.go; the tests beside them read the
// source of the whole module and fail on a forbidden arrow, naming the rule.
//
// What does not live here: anything the program uses.
package archtest

import (
	"fmt"
	"slices"
	"strings"
)

// Package is one package of ours, as far as the rules look at it.
type Package struct {
	// Path is the folder within the module, such as "internal/scene".
	Path string
	// Imports are the imports of its files other than tests: ours as a folder
	// within the module, all others as they are written.
	Imports []string
	// Doc is its doc comment.
	Doc string
	// Cgo says that a file imports "C".
	Cgo bool
}

// Check gives every breach of the rules, sorted by package.
func Check(packages []Package, layers []Layer, guests []Guest) []string {
	own := map[string]bool{}
	for _, p := range packages {
		own[p.Path] = true
	}
	var found []string
	for _, p := range packages {
		layer, ok := layerOf(p.Path, layers)
		if !ok {
			found = append(found, fmt.Sprintf("%s has no rule: give it a line in Layers", p.Path))
		}
		if strings.TrimSpace(p.Doc) == "" {
			found = append(found, fmt.Sprintf("%s has no package doc comment", p.Path))
		}
		for _, i := range p.Imports {
			switch {
			case own[i]:
				if ok && !matchAny(layer.MayImport, i) {
					found = append(found, fmt.Sprintf("%s imports %s: forbidden arrow; it may import %v", p.Path, i, layer.MayImport))
				}
			default:
				found = append(found, checkGuest(p.Path, i, guests)...)
			}
		}
	}
	slices.Sort(found)
	return found
}

// checkGuest looks at one import that is not ours.
func checkGuest(path, imported string, guests []Guest) []string {
	for _, g := range guests {
		if match(g.Library, imported) && !matchAny(g.Only, path) {
			return []string{fmt.Sprintf("%s imports %s: only %v may; %s", path, imported, g.Only, g.Why)}
		}
	}
	return nil
}

// Loop gives a way from a layer back to itself, or nil. Two packages cannot
// import each other, the compiler sees to that; two layers of several packages
// can, and that is what this finds.
func Loop(packages []Package, layers []Layer) []string {
	arrows := map[string][]string{}
	for _, p := range packages {
		from, _ := layerOf(p.Path, layers)
		for _, i := range p.Imports {
			if to, ok := layerOf(i, layers); ok && to.Folder != from.Folder {
				arrows[from.Folder] = append(arrows[from.Folder], to.Folder)
			}
		}
	}
	var way []string
	done := map[string]bool{}
	var visit func(string) []string
	visit = func(at string) []string {
		if i := slices.Index(way, at); i >= 0 {
			return append(slices.Clone(way[i:]), at)
		}
		if done[at] {
			return nil
		}
		done[at] = true
		way = append(way, at)
		defer func() { way = way[:len(way)-1] }()
		for _, to := range arrows[at] {
			if loop := visit(to); loop != nil {
				return loop
			}
		}
		return nil
	}
	for _, l := range layers {
		if loop := visit(l.Folder); loop != nil {
			return loop
		}
	}
	return nil
}

// Closure gives the packages of ours that one of them needs, itself included.
func Closure(packages []Package, path string) []Package {
	byPath := map[string]Package{}
	for _, p := range packages {
		byPath[p.Path] = p
	}
	var needed []Package
	seen := map[string]bool{}
	for todo := []string{path}; len(todo) > 0; todo = todo[1:] {
		p, ok := byPath[todo[0]]
		if !ok || seen[p.Path] {
			continue
		}
		seen[p.Path] = true
		needed = append(needed, p)
		todo = append(todo, p.Imports...)
	}
	return needed
}

// layerOf gives the layer with the most precise folder that holds the path.
func layerOf(path string, layers []Layer) (Layer, bool) {
	best := Layer{}
	for _, l := range layers {
		if match(l.Folder, path) && len(l.Folder) > len(best.Folder) {
			best = l
		}
	}
	return best, best.Folder != ""
}

// match reads patterns as the go command does: "a/..." is a and all below it.
func match(pattern, path string) bool {
	if root, ok := strings.CutSuffix(pattern, "/..."); ok {
		return path == root || strings.HasPrefix(path, root+"/")
	}
	return path == pattern
}

func matchAny(patterns []string, path string) bool {
	return slices.ContainsFunc(patterns, func(p string) bool { return match(p, path) })
}
