//go:build unix

package source

import (
	"context"
	"fmt"
	"net"
	"os"
	"syscall"
	"testing"
	"time"
)

func TestCollectOddFiles(t *testing.T) {
	tree(t, map[string]string{"d/a.txt": "A."})
	must(t, syscall.Mkfifo("d/pipe.txt", 0o644))
	l, err := net.Listen("unix", "d/socket")
	must(t, err)
	defer l.Close()
	wantCollected(t, collect(t, Options{}, "d", "/dev/zero", "/dev/null"), `
d/a.txt
! d/pipe.txt: is a pipe, not a file; give it by name to read it
! d/socket: is a socket, not a file
! /dev/zero: is a device, not a file
! /dev/null: is a device, not a file
`)
}

func TestCollectPipe(t *testing.T) {
	tree(t, nil)
	must(t, syscall.Mkfifo("pipe", 0o644))
	go func() {
		if f, err := os.OpenFile("pipe", os.O_WRONLY, 0); err == nil {
			fmt.Fprint(f, "Adopted ")
			time.Sleep(20 * time.Millisecond)
			fmt.Fprint(f, "in 2015.")
			f.Close()
		}
	}()
	docs, skips, err := Collect(context.Background(), []string{"pipe"}, nil, Options{})
	if err != nil || len(skips) > 0 || len(docs) != 1 || docs[0].Text != "Adopted in 2015." {
		t.Errorf("documents %v, skips %v, error %v", docs, skips, err)
	}
}

// A pipe that is opened by name and never written to ends with the run.
func TestCollectPipeCancelled(t *testing.T) {
	tree(t, nil)
	must(t, syscall.Mkfifo("pipe", 0o644))
	w, err := os.OpenFile("pipe", os.O_RDWR, 0) // a writer that says nothing
	must(t, err)
	defer w.Close()
	ctx, cancel := context.WithTimeout(context.Background(), 50*time.Millisecond)
	defer cancel()
	begun := time.Now()
	if _, _, err := Collect(ctx, []string{"pipe"}, nil, Options{}); err == nil || time.Since(begun) > 2*time.Second {
		t.Errorf("error %v after %v", err, time.Since(begun))
	}
}
