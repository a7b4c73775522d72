package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"regtimeline/export"
	"regtimeline/timeline"
)

const sentence = "The Regulation entered into force on 17 May 2021.\n"

// runWith runs the command in this process.
func runWith(stdin io.Reader, args ...string) (code int, stdout, stderr string) {
	var out, err bytes.Buffer
	code = run(args, stdin, &out, &err)
	return code, out.String(), err.String()
}

// A format that fails or panics costs no file: not its own, not that of a
// format which had been rendered before it.
func TestFailingFormat(t *testing.T) {
	formats := export.Formats
	t.Cleanup(func() { export.Formats = formats })
	export.Formats = append(formats[:len(formats):len(formats)],
		export.Format{Name: "failing", Extension: ".failing", Write: func(w io.Writer, _ *timeline.Timeline, _ export.Options) error {
			io.WriteString(w, strings.Repeat("half of it ", 1<<14))
			return errors.New("the ink ran out")
		}},
		export.Format{Name: "panicking", Extension: ".panicking", Write: func(io.Writer, *timeline.Timeline, export.Options) error {
			panic("at the disco")
		}})
	for ext, want := range map[string]string{"failing": "the ink ran out", "panicking": "at the disco"} {
		t.Run(ext, func(t *testing.T) {
			dir, out := t.TempDir(), t.TempDir()
			in := filepath.Join(dir, "in.txt")
			writeFile(t, in, sentence, 0o600)
			good, bad := filepath.Join(out, "a.md"), filepath.Join(out, "b."+ext)
			writeFile(t, good, "old", 0o600)
			writeFile(t, bad, "old", 0o600)
			code, _, stderr := runWith(nil, "build", in, "-o", good, "-o", bad)
			if code != exitFailure {
				t.Errorf("exit code %d, want %d", code, exitFailure)
			}
			if strings.Count(stderr, "\n") != 1 || !strings.HasPrefix(stderr, "timeline: ") || !strings.Contains(stderr, want) {
				t.Errorf("standard error is %q, want one line with %q", stderr, want)
			}
			if a, b := readFile(t, good), readFile(t, bad); a != "old" || b != "old" {
				t.Errorf("the older files became %q and %q", a, b)
			}
			wantFiles(t, out, "a.md", "b."+ext)
		})
	}
}

func TestManySkipsAreCounted(t *testing.T) {
	dir := t.TempDir()
	good := filepath.Join(dir, "good.txt")
	writeFile(t, good, sentence, 0o600)
	args := []string{"build", good}
	for i := range maxNotes + 7 {
		args = append(args, filepath.Join(dir, fmt.Sprintf("missing%d.txt", i)))
	}
	code, stdout, stderr := runWith(nil, args...)
	if code != exitSkipped || stdout == "" {
		t.Errorf("exit code %d with %d bytes, want %d with a timeline", code, len(stdout), exitSkipped)
	}
	lines := strings.Split(strings.TrimSuffix(stderr, "\n"), "\n")
	if len(lines) != maxNotes+1 || lines[maxNotes] != "timeline: and 7 more" {
		t.Errorf("%d lines on standard error, the last %q", len(lines), lines[len(lines)-1])
	}
}

// failingWriter fails every write, as a full disk does.
type failingWriter struct{ err error }

func (w failingWriter) Write([]byte) (int, error) { return 0, w.err }

func TestStdoutFailure(t *testing.T) {
	in := filepath.Join(t.TempDir(), "in.txt")
	writeFile(t, in, sentence, 0o600)
	out := t.TempDir()
	for _, args := range [][]string{{"build", in, "-o", filepath.Join(out, "a.md"), "-o", "-"}, {"dates", in}, {"version"}} {
		var stderr bytes.Buffer
		code := run(args, nil, failingWriter{errors.New("no more paper")}, &stderr)
		if code != exitFailure || !strings.Contains(stderr.String(), "no more paper") {
			t.Errorf("%q: exit code %d, %q; want %d and the reason", args, code, stderr.String(), exitFailure)
		}
	}
	wantFiles(t, out)
}

func TestPrintable(t *testing.T) {
	for in, want := range map[string]string{
		"plain name.txt":         "plain name.txt",
		"a\nb\tc":                "a b c",
		"\x1b]0;title\a.txt":     "]0;title.txt",
		"a\u202etxt.exe":         "atxt.exe",
		"n\xff\xfe.txt":          `n\xff\xfe.txt`,
		"c1 \u009b31m":           "c1 31m",
		"日本 – ünï 🗓":             "日本 – ünï 🗓",
		"really U+FFFD: \uFFFD.": "really U+FFFD: \uFFFD.",
	} {
		if got := printable(in); got != want {
			t.Errorf("printable(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestEncodeLineEscapesInvisible(t *testing.T) {
	got, err := encodeLine(map[string]string{"t": "4\u200e July\u0085 \U000E0041<b>"})
	if want := `{"t":"4\u200e July\u0085 \udb40\udc41<b>"}` + "\n"; err != nil || string(got) != want {
		t.Errorf("encodeLine = %s, %v; want %s", got, err, want)
	}
}

// Help has an example for every command, and the command understands it.
func TestHelpHasExamples(t *testing.T) {
	root := newApp(nil, io.Discard, io.Discard).rootCommand()
	root.InitDefaultHelpCmd()
	quoted := regexp.MustCompile(`"[^"]*"`)
	for _, cmd := range append(root.Commands(), root) {
		if cmd.Short == "" || cmd.Example == "" {
			t.Errorf("%s has no description or no example", cmd.CommandPath())
		}
		for _, example := range strings.Split(cmd.Example, "\n") {
			_, line, _ := strings.Cut(quoted.ReplaceAllString(example, "x"), "timeline ")
			target, args, err := root.Find(strings.Fields(line))
			if err != nil || cmd != root && target != cmd {
				t.Errorf("example %q leads to %q, %v", example, target.CommandPath(), err)
				continue
			}
			if err := target.ParseFlags(args); err != nil {
				t.Errorf("example %q: %v", example, err)
			}
		}
	}
}

func TestReasonIsPlain(t *testing.T) {
	_, missing := os.Open(filepath.Join(t.TempDir(), "none"))
	_, folder := os.ReadFile(t.TempDir())
	for _, c := range []struct {
		err  error
		want string
	}{
		{missing, "it does not exist"},
		{fmt.Errorf("wrapped: %w", os.ErrPermission), "permission is denied"},
		{folder, "is a directory"},
		{errors.New("it is no text"), "it is no text"},
	} {
		if got := reason(c.err); got != c.want {
			t.Errorf("reason(%v) = %q, want %q", c.err, got, c.want)
		}
	}
}
