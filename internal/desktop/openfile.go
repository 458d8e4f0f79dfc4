package desktop

import (
	"cmp"
	"context"
	"errors"
	"os"
	"os/user"
	"path/filepath"
	"strings"
	"sync/atomic"
	"time"

	"snijvlak/internal/landscape"
	"snijvlak/internal/workspace"
)

// openFile is the landscape file the window works on.
type openFile struct {
	path string
	ws   *workspace.Workspace
	// made says that the file was made just now, of the shipped landscape.
	made bool
	// day is the day asked for; unknown is today, whatever day that is.
	day atomic.Pointer[landscape.Date]
	// past is the entry after which the landscape is shown; 0 is the newest.
	past atomic.Uint64
	// noBackup is why the last backup could not be made.
	noBackup atomic.Pointer[error]
	stop     func()
}

// name is the file's name without its folder.
func (f *openFile) name() string { return filepath.Base(f.path) }

// opening is the outcome of opening a file.
type opening struct {
	path string
	file *openFile
	err  error
}

// openAhead opens the first file while the toolkit starts.
func openAhead(c Config, author string) <-chan opening {
	opened := make(chan opening, 1)
	go func() {
		path, make, err := firstPath(c)
		if err != nil {
			opened <- opening{err: err}
			return
		}
		file, err := open(c, path, author, make)
		trace("file open")
		opened <- opening{path, file, err}
	}()
	return opened
}

// firstPath is the file to begin with, and whether to make it.
func firstPath(c Config) (path string, make bool, err error) {
	if c.Path != "" {
		return c.Path, c.Make, nil
	}
	path, err = workspace.DefaultFile()
	return path, true, err
}

// open opens a landscape file. A file that is not there is made of the shipped
// landscape where make says so.
func open(c Config, path, author string, make bool) (*openFile, error) {
	ctx := context.Background()
	repo, err := c.Files.Open(path)
	made := false
	if errors.Is(err, workspace.ErrMissing) && make {
		if repo, err = first(ctx, c, path, author); err == nil {
			made = true
		}
	}
	if err != nil {
		return nil, err
	}
	file := &openFile{path: path, made: made}
	warn := func(err error) { file.noBackup.Store(&err) }
	file.ws, err = workspace.Open(ctx, repo, author, workspace.WithBackupsLater(c.Files.Backups(path), warn))
	if err != nil {
		return nil, err
	}
	return file, nil
}

// first makes a file of the shipped landscape. Another program may have made it
// in the meantime, which is as good.
func first(ctx context.Context, c Config, path, author string) (workspace.Repository, error) {
	l, origin, err := c.Data.Shipped()
	if err != nil {
		return nil, err
	}
	if err := create(ctx, c, path, author, l, origin); err != nil && !errors.Is(err, workspace.ErrExists) {
		return nil, err
	}
	return c.Files.Open(path)
}

// create makes a file of a landscape; it never replaces one.
func create(ctx context.Context, c Config, path, author string, l *landscape.Landscape, origin string) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return errors.Join(workspace.ErrReadOnly, err)
	}
	commit, err := workspace.First(l, author, origin, time.Now())
	if err != nil {
		return err
	}
	return c.Files.Create(ctx, path, commit)
}

// author is who changes are recorded for.
func author(c Config, s settings) string {
	return cmp.Or(strings.TrimSpace(c.Author), s.author(), login())
}

// login is who the system says one is.
func login() string {
	u, err := user.Current()
	if err != nil {
		return "snijvlak"
	}
	name := cmp.Or(u.Name, u.Username)
	if i := strings.LastIndexByte(name, '\\'); i >= 0 {
		name = name[i+1:] // without the domain of Windows
	}
	return name
}
