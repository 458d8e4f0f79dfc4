package torture

// search is filled in with the damage tests.
func (s *sight) search(string) {}
