//go:build unix

package main

import (
	"bytes"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// An interrupt ends a run that waits for standard input, in good time, and
// leaves nothing behind.
func TestInterruptWhileReadingStdin(t *testing.T) {
	for _, sig := range []syscall.Signal{syscall.SIGINT, syscall.SIGTERM} {
		t.Run(sig.String(), func(t *testing.T) {
			dir := t.TempDir()
			out := filepath.Join(dir, "out.md")
			writeFile(t, out, "old", 0o600)
			cmd := exec.Command("timeline", "build", "-", "-o", out)
			var stderr bytes.Buffer
			cmd.Stderr = &stderr
			stdin, err := cmd.StdinPipe()
			if err != nil {
				t.Fatal(err)
			}
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			// A pipe holds far less than this: once it is written, the run is reading.
			if _, err := stdin.Write(bytes.Repeat([]byte(sentence), 1<<15)); err != nil {
				t.Fatal(err)
			}
			start := time.Now()
			if err := cmd.Process.Signal(sig); err != nil {
				t.Fatal(err)
			}
			cmd.Wait()
			if took := time.Since(start); took > 2*time.Second {
				t.Errorf("it took %v to stop", took)
			}
			if code := cmd.ProcessState.ExitCode(); code != exitInterrupted {
				t.Errorf("exit code %d, want %d", code, exitInterrupted)
			}
			if got := stderr.String(); strings.Count(got, "\n") != 1 {
				t.Errorf("standard error is %q, want one line", got)
			}
			if got := readFile(t, out); got != "old" {
				t.Errorf("the older file became %q", got)
			}
			wantFiles(t, dir, "out.md")
		})
	}
}

// A reader that goes away early is no fault to speak of.
func TestClosedPipe(t *testing.T) {
	in := filepath.Join(t.TempDir(), "in.txt")
	writeFile(t, in, strings.Repeat(sentence, 10), 0o600)
	cmd := exec.Command("timeline", "dates", in)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	stdout.Close()
	cmd.Run()
	if code := cmd.ProcessState.ExitCode(); code != exitFailure || stderr.Len() > 0 {
		t.Errorf("exit code %d, %q; want %d and silence", code, stderr.String(), exitFailure)
	}
}
