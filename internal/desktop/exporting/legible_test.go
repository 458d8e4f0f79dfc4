package exporting

import "testing"

func TestTablesBecomeLines(t *testing.T) {
	twin := `# Titel

Een zin | met een streep.

## Tafels

| Naam | Wat het is |
| --- | --- |
| BO een_twee | bestuurlijk overleg; loopt |
| Leeg |  |

## Verbanden

| Van | Verband | Naar | Zekerheid | Bron |
| --- | --- | --- | --- | --- |
| BO | hoort bij | Thema 1 | bron | Agenda, p. 3 |

Bijschrift.
`
	want := `# Titel

Een zin | met een streep.

## Tafels

- **BO een\_twee**: bestuurlijk overleg; loopt
- **Leeg**: 

## Verbanden

- **BO** hoort bij **Thema 1** · bron · Agenda, p. 3

Bijschrift.`
	if got := legible(twin); got != want {
		t.Errorf("it became\n%s", got)
	}
}
