package exchange

import (
	"io/fs"

	"snijvlak/data"
	"snijvlak/internal/landscape"
)

// Shipped reads the landscape that comes with the program.
func Shipped() (*landscape.Landscape, error) {
	names, err := fs.Glob(data.Landscape, "*.yaml")
	if err != nil {
		return nil, err
	}
	var files []string
	for _, name := range names {
		if name != data.Method {
			files = append(files, name)
		}
	}
	return ReadFS(data.Landscape, files...)
}

// ShippedMethod reads the fixed lists of the agenda's way of working.
func ShippedMethod() (Method, error) {
	b, err := fs.ReadFile(data.Landscape, data.Method)
	if err != nil {
		return Method{}, err
	}
	return ReadMethod(b)
}
