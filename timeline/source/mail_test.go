package source

import (
	"fmt"
	"strings"
	"testing"
)

const mailHead = "Return-Path: <x@harbour.example>\r\nFrom: Harbour Office <x@harbour.example>\r\nTo: y@lake.example\r\nMessage-ID: <1@harbour.example>\r\nMIME-Version: 1.0\r\n" +
	"Subject: =?UTF-8?B?6LK755So?= and =?iso-8859-1?q?d=E9lais?=\r\nDate: Fri, 05 Jul 2019 23:30:00 -0400\r\n"

func TestMail(t *testing.T) {
	plain := "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nThe Act applies=\r\n from 17 May 2021 =E2=80=93 at last.\r\n"
	html := "Content-Type: text/html; charset=gb2312\r\nContent-Transfer-Encoding: base64\r\n\r\nPHA+sb63qNfUMjAyMcTqNdTCMTfI1cbwyqnQ0KGjPC9wPg==\r\n"
	file := "Content-Type: application/pdf; name=\"fees.pdf\"\r\nContent-Disposition: attachment; filename=\"=?UTF-8?Q?fees_2021.pdf?=\"\r\nContent-Transfer-Encoding: base64\r\n\r\nJVBERi0=\r\n"
	multi := func(kind string, parts ...string) string {
		return "Content-Type: multipart/" + kind + "; boundary=\"b" + kind + "\"\r\n\r\n--b" + kind + "\r\n" + strings.Join(parts, "\r\n--b"+kind+"\r\n") + "\r\n--b" + kind + "--\r\n"
	}
	for _, c := range []struct{ what, body, want, warning string }{
		{"plain text", plain, "P The Act applies from 17 May 2021 – at last.\n", ""},
		{"a web page", html, "P 本法自2021年5月17日起施行。\n", ""},
		{"alternatives", multi("alternative", plain, html), "P 本法自2021年5月17日起施行。\n", ""},
		{"an empty alternative", multi("alternative", plain, "Content-Type: text/html\r\n\r\n<img src=x>\r\n"), "P The Act applies from 17 May 2021 – at last.\n", ""},
		{"an attachment", multi("mixed", multi("alternative", plain, html), file), "P 本法自2021年5月17日起施行。\n", "The attachment fees 2021.pdf was not read; save it as a file to have it read."},
		{"a message that breaks off", "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n" + plain, "P The Act applies from 17 May 2021 – at last.\n", "A part of the message is damaged; what stands before that was read. The message breaks off; what stands before that was read."},
	} {
		d := read(t, "a.eml", mailHead+c.body)
		if got := show(d); got != c.want {
			t.Errorf("%s\n--- got\n%s--- want\n%s", c.what, got, c.want)
		}
		if got := strings.Join(d.Warnings, " "); got != c.warning {
			t.Errorf("%s: warnings %q, want %q", c.what, got, c.warning)
		}
		if d.Title != "費用 and délais" || d.Published.String() != "2019-07-05" || d.PublishedBasis != BasisMetadata {
			t.Errorf("%s: title %q, published %v (%s)", c.what, d.Title, d.Published, d.PublishedBasis)
		}
	}
	deep := "Content-Type: text/plain\r\n\r\nx"
	for i := range 100 {
		deep = multi(fmt.Sprint("x", i), deep)
	}
	if got := readError("a.eml", []byte(mailHead+deep), Limits{}); got != "nests more than 32 parts, the limit" {
		t.Errorf("parts in parts: %q", got)
	}
	if got := readError("a.eml", []byte(mailHead+plain), Limits{UnpackedBytes: 10}); got != "unpacks to more than 10 bytes, the limit" {
		t.Errorf("a small limit: %q", got)
	}
}

// A page that a browser saved as one file is read as the page.
func TestMHTML(t *testing.T) {
	d := read(t, "page.mhtml", "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://x.org/fees\r\nSubject: Fees\r\nDate: Mon, 1 Jan 2024 10:00:00 -0000\r\nMIME-Version: 1.0\r\n"+
		"Content-Type: multipart/related; type=\"text/html\"; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"+
		"<html lang=3D\"en\"><head><title>Fees rise</title><meta name=3D\"date\" content=3D\"2019-07-05\"></head><body><p>In force.</p></body></html>\r\n--b\r\nContent-Type: image/png\r\n\r\nx\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>An advertisement in a frame.</p>\r\n--b--\r\n")
	if show(d) != "P In force.\n" || d.Title != "Fees rise" || d.URL != "https://x.org/fees" || d.Published.String() != "2019-07-05" || len(d.Warnings) > 0 {
		t.Errorf("%s%q %q %v %q", show(d), d.Title, d.URL, d.Published, d.Warnings)
	}
}

func TestIsMail(t *testing.T) {
	for text, want := range map[string]bool{
		mailHead + "\r\nText.": true,
		"From: the minister\nDate: 5 July 2019\nSubject: Fees\n\nA memo.":             false,
		"Note: this is prose\nFrom: here\n\n":                                         false,
		"Received: by x\nDate: Fri, 05 Jul 2019 23:30:00 -0400\nFrom: x@y.z\n\nText.": true,
		"": false,
	} {
		if got := isMail(".txt", []byte(text)); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

// FuzzMail: whatever the bytes, a sound document or an error.
func FuzzMail(f *testing.F) {
	f.Add(mailHead + "Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\n\r\nx\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>y\r\n--b--")
	f.Fuzz(func(t *testing.T, text string) {
		d, err := Read("a.eml", []byte("MIME-Version: 1.0\r\n"+text))
		if (err == nil) == (d == nil) {
			t.Fatalf("document %v, error %v", d, err)
		}
		if d != nil && broken(d) != "" {
			t.Fatal(broken(d))
		}
	})
}
