// Package torture does to landscape files what life does to them: it kills
// their writers, cuts the power, fills the disk, fails its calls, lets several
// processes write at once, and damages the bytes. It holds tests only, of the
// repository in a real file and the workspace on it together, through their
// public ways. What one function of the store does is tested beside it.
//
// go test runs a short version. make torture runs the long one and prints what
// was tried and what failed. Every random moment and place comes from -seed,
// which is printed, so that a failure can be had again as far as the machine's
// timing allows.
package torture
