package command

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"os"
	"path/filepath"
	"strings"

	"snijvlak/internal/exchange"
	"snijvlak/internal/landscape"
	"snijvlak/internal/workspace"
)

// path is where the landscape file lies. Named says that it was typed.
func (a *app) path() (path string, named bool, err error) {
	if a.global.file != "" {
		return a.global.file, true, nil
	}
	if path := a.Getenv("SNIJVLAK_FILE"); path != "" {
		return path, false, nil
	}
	path, err = workspace.DefaultFile()
	if err != nil {
		return "", false, a.broken("file.no-folder")
	}
	return path, false, nil
}

// author is who changes are recorded for.
func (a *app) author() (string, error) {
	login := a.Login()
	if landscape.HasBSN(login) {
		login = "" // a number of staff, perhaps, but nobody can tell
	}
	for _, name := range []string{a.global.author, a.Getenv("SNIJVLAK_AUTHOR"), login} {
		if strings.TrimSpace(name) != "" {
			return a.authorOf(name)
		}
	}
	return "", a.wrong("wrong.no-author")
}

func (a *app) authorOf(name string) (string, error) {
	if err := a.noBSN(name); err != nil {
		return "", err
	}
	return a.entered("--author", name, false)
}

// program is the author of a file that is made in passing by somebody whose
// name the system does not know.
const program = "snijvlakctl"

// mayBegin says whether a path that was typed can be that of a new landscape:
// it is called as one, in a folder that is there. Anything else is a slip.
func mayBegin(path string) bool {
	folder, err := os.Stat(filepath.Dir(path))
	return filepath.Ext(path) == workspace.Ext && err == nil && folder.IsDir()
}

// open loads the landscape file; the first time it makes one.
func (a *app) open(ctx context.Context) (*workspace.Workspace, error) {
	if a.ws != nil {
		return a.ws, nil
	}
	path, named, err := a.path()
	if err != nil {
		return nil, err
	}
	repo, err := a.Files.Open(path)
	if errors.Is(err, workspace.ErrMissing) && (!named || mayBegin(path)) && a.newestBackup(path) == "" {
		repo, err = a.first(ctx, path)
	}
	if err != nil {
		return nil, a.ofFile(path, err)
	}
	author, err := a.author()
	if err != nil {
		author = program // who writes asked for the author before
	}
	ws, err := workspace.Open(ctx, repo, author,
		workspace.WithClock(a.Now), workspace.WithBackups(a.Files.Backups(path), a.noBackup))
	if err != nil {
		return nil, a.ofFile(path, err)
	}
	a.warn(ws, path)
	a.ws = ws
	return ws, nil
}

// warn tells what may go wrong with a file that is whole.
func (a *app) warn(ws *workspace.Workspace, path string) {
	if ws.Doubtful() {
		a.tell("%s", strings.TrimSpace(a.say.T("file.doubtful", "File", path)+"\n"+a.newestBackup(path)))
	}
	switch a.Files.Place(path) {
	case workspace.NetworkPlace:
		a.tell("%s", a.say.T("file.place-network", "File", path))
	case workspace.SyncPlace:
		a.tell("%s", a.say.T("file.place-sync", "File", path))
	}
}

// noBackup tells that no backup could be made, which stops nothing.
func (a *app) noBackup(err error) {
	key := "file.no-backup"
	switch {
	case errors.Is(err, workspace.ErrNoSpace):
		key = "file.no-backup-space"
	case errors.Is(err, workspace.ErrDamaged):
		key = "file.no-backup-damaged"
	}
	a.tell("%s", a.say.T(key))
}

// first makes the user's file from the shipped landscape and says so. Another
// program may have made it in the meantime, which is as good.
func (a *app) first(ctx context.Context, path string) (workspace.Repository, error) {
	l, origin, err := shipped()
	if err != nil {
		return nil, err
	}
	author, err := a.author()
	if err != nil {
		author = program
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return nil, errors.Join(workspace.ErrReadOnly, err)
	}
	err = a.create(ctx, path, l, author, origin)
	if err == nil {
		a.tell("%s", a.say.T("file.made", "File", path))
	}
	if err != nil && !errors.Is(err, workspace.ErrExists) {
		return nil, err
	}
	return a.Files.Open(path)
}

func (a *app) create(ctx context.Context, path string, l *landscape.Landscape, author, origin string) error {
	why := workspace.Why{Origin: origin, NotBSN: a.global.notBSN}
	commit, personal, err := workspace.Begin(l, author, why, a.Now())
	if err != nil {
		return err
	}
	a.warnOfPersonal(personal)
	return a.Files.Create(ctx, path, commit)
}

// shipped is the landscape that comes with the program, and its origin.
func shipped() (*landscape.Landscape, string, error) {
	l, err := exchange.Shipped()
	if err != nil {
		return nil, "", err
	}
	var b bytes.Buffer
	if err := exchange.WriteJSON(&b, l, exchange.Label{}); err != nil {
		return nil, "", err
	}
	return l, origin("shipped", b.Bytes()), nil
}

// origin names what records came from, so that it can be recognised later.
func origin(name string, data []byte) string {
	sum := sha256.Sum256(data)
	return name + " sha256:" + hex.EncodeToString(sum[:])
}

// recorded is what the file says: now, or after entry --at; cut down to what
// --for may see.
func (a *app) recorded(ctx context.Context) (*landscape.Landscape, error) {
	ws, err := a.open(ctx)
	if err != nil {
		return nil, err
	}
	l := ws.Landscape()
	if a.global.seq > 0 {
		if l, err = ws.At(ctx, a.global.seq); err != nil {
			return nil, err
		}
	}
	if a.global.sees != "" {
		l = l.ForAudience(a.global.sees)
	}
	return l, nil
}

// view is what was so on the day that is looked at.
func (a *app) view(ctx context.Context) (*landscape.Landscape, error) {
	l, err := a.recorded(ctx)
	if err != nil {
		return nil, err
	}
	return l.AsOf(a.global.day), nil
}
