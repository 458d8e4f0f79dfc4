package exchange

import (
	"errors"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"snijvlak/internal/landscape"
)

// yamlReader reads one YAML file into a batch.
type yamlReader struct {
	*batch
	file string
}

var lineInError = regexp.MustCompile(`line (\d+): (.*)`)

func (b *batch) readYAML(s Source) {
	r := yamlReader{b, s.Name}
	var doc yaml.Node
	if err := yaml.Unmarshal(s.Data, &doc); err != nil {
		r.syntax(err)
		return
	}
	if len(doc.Content) == 0 {
		r.fault(r.file, 1, NoFormat, Format)
		return
	}
	r.top(doc.Content[0])
}

// fromParser matches the complaints that the YAML library numbers from line 0
// (those of its parser; its scanner counts from 1).
var fromParser = regexp.MustCompile(`^did not find expected (<|node|'|key|',)`)

// syntax reports what the YAML library said, with its line.
func (r yamlReader) syntax(err error) {
	text, line := err.Error(), 1
	var typeErr *yaml.TypeError
	if errors.As(err, &typeErr) && len(typeErr.Errors) > 0 {
		text = typeErr.Errors[0]
	}
	if m := lineInError.FindStringSubmatch(text); m != nil {
		line, _ = strconv.Atoi(m[1])
		text = m[2]
		if fromParser.MatchString(text) {
			line++
		}
	}
	r.fault(r.file, line, NotYAML, strings.TrimPrefix(text, "yaml: "))
}

// member is one key with its value in a mapping.
type member struct {
	key   string
	line  int
	value *yaml.Node
}

// members takes a mapping apart; a second same key and an anchor are faults.
func (r yamlReader) members(n *yaml.Node, what string) []member {
	if n.Kind != yaml.MappingNode {
		r.fault(r.file, n.Line, WantMapping, what)
		return nil
	}
	var ms []member
	seen := map[string]bool{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		k, v := n.Content[i], n.Content[i+1]
		if v.Kind == yaml.AliasNode || k.Kind != yaml.ScalarNode {
			r.fault(r.file, k.Line, NoAlias)
			continue
		}
		if seen[k.Value] {
			r.fault(r.file, k.Line, DoubleKey, k.Value)
			continue
		}
		seen[k.Value] = true
		ms = append(ms, member{k.Value, k.Line, v})
	}
	return ms
}

// items takes a list apart.
func (r yamlReader) items(n *yaml.Node, what string) []*yaml.Node {
	if isNull(n) {
		return nil
	}
	if n.Kind != yaml.SequenceNode {
		r.fault(r.file, n.Line, WantList, what)
		return nil
	}
	return n.Content
}

func isNull(n *yaml.Node) bool { return n.Kind == yaml.ScalarNode && n.Tag == "!!null" }

// text reads one plain value; folded lines end without a line end.
func (r yamlReader) text(n *yaml.Node, what string) string {
	if isNull(n) {
		return ""
	}
	if n.Kind != yaml.ScalarNode {
		r.fault(r.file, n.Line, WantText, what)
		return ""
	}
	return n.Value
}

// aboutFile are the keys that say something of the file itself.
var aboutFile = []string{"format", audienceKey, statusKey, "journal_head"}

func (r yamlReader) top(n *yaml.Node) {
	ms := r.members(n, "")
	if !r.rightFormat(ms) {
		return
	}
	for _, m := range ms {
		if slices.Contains(aboutFile, m.key) {
			continue
		}
		if m.key == "relations" {
			for _, item := range r.items(m.value, m.key) {
				r.looseRelation(item)
			}
			continue
		}
		t, err := landscape.ParseType(m.key)
		if err != nil || t.Plural() != m.key {
			r.fault(r.file, m.line, UnknownKey, m.key, strings.Join(topKeys(), ", "))
			continue
		}
		for _, item := range r.items(m.value, m.key) {
			r.entry(t, item)
		}
	}
}

func topKeys() []string {
	keys := []string{"format"}
	for _, t := range landscape.Types {
		keys = append(keys, t.Plural())
	}
	return append(keys, "relations")
}

func (r yamlReader) rightFormat(ms []member) bool {
	i := slices.IndexFunc(ms, func(m member) bool { return m.key == "format" })
	if i < 0 {
		if len(ms) > 0 {
			r.fault(r.file, 1, NoFormat, Format)
		}
		return false
	}
	if code := checkFormat(ms[i].value.Value); code != "" {
		r.fault(r.file, ms[i].line, code, ms[i].value.Value, Format)
		return false
	}
	return true
}

// checkFormat says what is wrong with a format line, or "".
func checkFormat(format string) Code {
	if format == Format {
		return ""
	}
	if version, ok := strings.CutPrefix(format, "snijvlak/"); ok {
		if n, err := strconv.Atoi(version); err == nil && n > 1 {
			return NewerFormat
		}
	}
	return OtherFormat
}

// entry reads one node with the relations that go out from it.
func (r yamlReader) entry(t landscape.Type, n *yaml.Node) {
	ms := r.members(n, string(t))
	if ms == nil {
		return
	}
	e := entryReader{yamlReader: r, node: landscape.NewNode("", t), claims: map[landscape.Field]yamlClaim{}}
	e.readHead(ms, n.Line)
	e.readFields(ms)
	e.readRelations(ms)
	if e.node.ID != "" {
		r.add(r.file, n.Line, landscape.Record{Node: e.node})
	}
}
