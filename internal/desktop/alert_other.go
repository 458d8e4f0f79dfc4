//go:build !windows

package desktop

import (
	"fmt"
	"os"
	"os/exec"
)

// alert shows a text outside the toolkit: where the program was started, and in
// a message box if the desktop has a program for one.
func alert(title, text string) {
	fmt.Fprintln(os.Stderr, text)
	for _, box := range [][]string{
		{"zenity", "--error", "--no-markup", "--title", title, "--text", text},
		{"kdialog", "--title", title, "--error", text},
		{"xmessage", "-center", text},
	} {
		if exec.Command(box[0], box[1:]...).Run() == nil {
			return
		}
	}
}
