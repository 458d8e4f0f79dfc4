package torture

func rivalPart([]string) {}
