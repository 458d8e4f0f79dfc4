package exchange

import (
	"fmt"
	"io/fs"

	"go.yaml.in/yaml/v3"

	"snijvlak/data"
	"snijvlak/internal/overlap"
)

// wordsFormat is the first line of a file of words.
const wordsFormat = "snijvlak-words/1"

// ShippedWords reads the word lists that come with the program.
func ShippedWords() (overlap.Lists, error) {
	var l overlap.Lists
	names, err := fs.Glob(data.Words, "words/*.yaml")
	if err != nil {
		return l, err
	}
	for _, name := range names {
		b, err := fs.ReadFile(data.Words, name)
		if err != nil {
			return l, err
		}
		if err := ReadWords(b, &l); err != nil {
			return l, fmt.Errorf("%s: %w", name, err)
		}
	}
	return l, nil
}

// wordsFile is a file of words; each holds some of the lists.
type wordsFile struct {
	Format   string `yaml:"format"`
	Families []struct {
		ID            string   `yaml:"id"`
		Same          []string `yaml:"same"`
		Abbreviations []string `yaml:"abbreviations"`
		Narrower      []string `yaml:"narrower"`
		Related       []string `yaml:"related"`
	} `yaml:"families"`
	Never     [][2]string       `yaml:"never"`
	Parts     []string          `yaml:"parts"`
	Whole     []string          `yaml:"whole"`
	Words     []string          `yaml:"words"`
	Stopwords []string          `yaml:"stopwords"`
	Stems     map[string]string `yaml:"stems"`
}

// ReadWords adds a file of words to the lists.
func ReadWords(b []byte, l *overlap.Lists) error {
	var f wordsFile
	if err := yaml.Unmarshal(b, &f); err != nil {
		return err
	}
	if f.Format != wordsFormat {
		return fmt.Errorf("format is %q, want %q", f.Format, wordsFormat)
	}
	for _, x := range f.Families {
		l.Families = append(l.Families, overlap.Family(x))
	}
	l.Never = append(l.Never, f.Never...)
	l.Parts = append(l.Parts, f.Parts...)
	l.Whole = append(l.Whole, f.Whole...)
	l.Boilerplate = append(l.Boilerplate, f.Words...)
	l.Stopwords = append(l.Stopwords, f.Stopwords...)
	if l.Stems == nil && len(f.Stems) > 0 {
		l.Stems = map[string]string{}
	}
	for word, base := range f.Stems {
		l.Stems[word] = base
	}
	return nil
}
