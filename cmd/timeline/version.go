package main

import "runtime/debug"

// version returns what the Go toolchain recorded of this build: the module's
// version or commit, and the Go version.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "timeline (unknown build)"
	}
	v := info.Main.Version
	if v == "" {
		v = "(devel)"
	}
	return "timeline " + v + " " + info.GoVersion
}
