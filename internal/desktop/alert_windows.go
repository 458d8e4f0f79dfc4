package desktop

import "golang.org/x/sys/windows"

// alert shows a text outside the toolkit, until it is read.
func alert(title, text string) {
	t, err := windows.UTF16PtrFromString(text)
	if err != nil {
		return
	}
	caption, err := windows.UTF16PtrFromString(title)
	if err != nil {
		return
	}
	_, _ = windows.MessageBox(0, t, caption, windows.MB_OK|windows.MB_ICONERROR)
}
