package store

import (
	"bufio"
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
)

// Magic numbers of file systems, as statfs answers them.
const (
	magicNFS   = 0x6969
	magicSMB   = 0x517B
	magicSMB2  = 0xFE534D42
	magicCIFS  = 0xFF534D42
	magicNCP   = 0x564C
	magicCoda  = 0x73757245
	magicAFS   = 0x5346414F
	magicCeph  = 0x00C36400
	magicFUSE  = 0x65735546
	mountTable = "/proc/self/mountinfo"
)

func onNetwork(path string) bool {
	folder := filepath.Dir(path)
	var s syscall.Statfs_t
	if err := syscall.Statfs(folder, &s); err != nil {
		return false // opening the file tells what is wrong
	}
	switch magic := uint32(s.Type); {
	case isNetworkMagic(magic):
		return true
	case magic != magicFUSE:
		return false
	}
	table, err := os.Open(mountTable)
	if err != nil {
		return false
	}
	defer table.Close()
	return isNetworkType(mountType(table, folder))
}

// isNetworkMagic knows the file systems that are always on another machine.
func isNetworkMagic(magic uint32) bool {
	switch magic {
	case magicNFS, magicSMB, magicSMB2, magicCIFS, magicNCP, magicCoda, magicAFS, magicCeph:
		return true
	}
	return false
}

// isNetworkType tells the programs behind FUSE apart: many only read another
// kind of disk.
func isNetworkType(name string) bool {
	switch name {
	case "fuse.sshfs", "fuse.rclone", "fuse.davfs", "fuse.davfs2", "fuse.gvfsd-fuse", "fuse.curlftpfs", "fuse.s3fs",
		"fuse.smbnetfs", "fuse.glusterfs", "fuse.ceph", "fuse.kio-fuse", "fuse.google-drive-ocamlfuse", "fuse.onedriver":
		return true
	}
	return false
}

// mountType finds the type of the mount that a folder lies in: of those above
// it the lowest, and of several there the last one.
func mountType(table io.Reader, folder string) (name string) {
	longest := -1
	lines := bufio.NewScanner(table)
	for lines.Scan() {
		before, after, ok := strings.Cut(lines.Text(), " - ")
		fields, types := strings.Fields(before), strings.Fields(after)
		if !ok || len(fields) < 5 || len(types) == 0 {
			continue
		}
		point := unescape.Replace(fields[4])
		if len(point) >= longest && isUnder(folder, point) {
			longest, name = len(point), types[0]
		}
	}
	return name
}

// unescape undoes what the kernel does to a name with spaces.
var unescape = strings.NewReplacer(`\040`, " ", `\011`, "\t", `\012`, "\n", `\134`, `\`)

func isUnder(folder, point string) bool {
	return folder == point || point == "/" || strings.HasPrefix(folder, point+"/")
}
