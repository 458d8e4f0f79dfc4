package store

import (
	"strings"
	"testing"
)

const table = `22 1 253:0 / / rw,relatime - ext4 /dev/vda rw
36 22 0:33 / /mnt/share\040one rw - nfs4 server:/x rw
37 22 0:34 / /mnt/ssh rw,nosuid - fuse.sshfs user@host:/ rw
38 37 0:35 / /mnt/ssh/inner rw shared:3 - fuseblk /dev/sdb1 rw
39 22 0:36 / /home/a/disk rw - tmpfs tmpfs rw
40 22 0:37 / /home/a/disk rw - fuse.rclone cloud: rw
broken line
`

func TestMountTypes(t *testing.T) {
	for folder, want := range map[string]string{
		"/home/a":             "ext4",
		"/mnt/share one/map":  "nfs4",
		"/mnt/ssh":            "fuse.sshfs",
		"/mnt/ssh2":           "ext4",
		"/mnt/ssh/inner/map":  "fuseblk",
		"/home/a/disk/stuk":   "fuse.rclone", // the later mount hides the earlier one
		"/mnt/share":          "ext4",
		"/mnt/share one more": "ext4",
	} {
		if got := mountType(strings.NewReader(table), folder); got != want {
			t.Errorf("%s: %s, want %s", folder, got, want)
		}
	}
}

func TestNetworkFileSystems(t *testing.T) {
	for magic, want := range map[uint32]bool{
		0x6969: true, 0xFF534D42: true, 0xFE534D42: true, 0x517B: true, 0x00C36400: true,
		0xEF53: false, 0x01021994: false, 0x58465342: false, 0x9123683E: false, magicFUSE: false,
	} {
		if got := isNetworkMagic(magic); got != want {
			t.Errorf("%x: %v", magic, got)
		}
	}
	for name, want := range map[string]bool{"fuse.sshfs": true, "fuse.rclone": true, "fuseblk": false, "fuse.portal": false, "": false} {
		if got := isNetworkType(name); got != want {
			t.Errorf("%s: %v", name, got)
		}
	}
}
