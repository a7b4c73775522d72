package source

import (
	"bytes"
	"fmt"
	"strings"
)

// signature is how a format that is not text begins.
type signature struct {
	offset int
	magic  string
	what   string // with its article; "" is told from the content
	kind   refusal
}

type refusal uint8

const (
	document refusal = iota // may be saved as text
	spreadsheet
	picture
	media
	archive
	program
)

// signatures lists the formats that are recognised and not read.
var signatures = []signature{
	{0, "PK\x05\x06", "an empty ZIP archive", archive},
	{0, compoundFile, "", document},
	{0, `{\rtf`, "an RTF document", document},
	{0, "\x89PNG\r\n\x1a\n", "a PNG picture", picture},
	{0, "\xFF\xD8\xFF", "a JPEG picture", picture},
	{0, "GIF87a", "a GIF picture", picture},
	{0, "GIF89a", "a GIF picture", picture},
	{8, "WEBP", "a WebP picture", picture},
	{0, "II*\x00", "a TIFF picture", picture},
	{0, "MM\x00*", "a TIFF picture", picture},
	{0, "\x00\x00\x01\x00", "an icon", picture},
	{0, "8BPS", "a Photoshop picture", picture},
	{4, "ftypheic", "a HEIC picture", picture},
	{4, "ftypavif", "an AVIF picture", picture},
	{4, "ftyp", "a video or sound file", media},
	{0, "\x1A\x45\xDF\xA3", "a video or sound file", media},
	{0, "OggS\x00", "a video or sound file", media},
	{0, "ID3\x02", "a sound file", media},
	{0, "ID3\x03", "a sound file", media},
	{0, "ID3\x04", "a sound file", media},
	{0, "fLaC", "a sound file", media},
	{8, "WAVEfmt ", "a sound file", media},
	{8, "AVI LIST", "a video", media},
	{0, "\x1F\x8B\x08", "a gzip archive", archive},
	{0, "BZh9", "a bzip2 archive", archive},
	{0, "\xFD7zXZ\x00", "an xz archive", archive},
	{0, "7z\xBC\xAF\x27\x1C", "a 7-Zip archive", archive},
	{0, "Rar!\x1A\x07", "a RAR archive", archive},
	{0, "\x28\xB5\x2F\xFD", "a Zstandard archive", archive},
	{257, "ustar", "a tar archive", archive},
	{0, "\x7FELF", "a program", program},
	{0, "SQLite format 3\x00", "a database", program},
	{0, "wOFF", "a font", program},
	{0, "wOF2", "a font", program},
	{0, "\x00\x01\x00\x00\x00", "a font", program},
}

func (s signature) matches(data []byte) bool {
	return len(data) >= s.offset+len(s.magic) && string(data[s.offset:s.offset+len(s.magic)]) == s.magic
}

func (s signature) refuse(ext string, data []byte) error {
	what := s.what
	if s.magic == compoundFile {
		return refuseCompound(ext, data)
	}
	return notRead(what, s.kind)
}

func notRead(what string, kind refusal) error {
	switch kind {
	case document:
		return fmt.Errorf("is %s, which timeline does not read; save it as .docx, .pdf or text", what)
	case spreadsheet:
		return fmt.Errorf("is %s, which timeline does not read; save it as .xlsx or .csv", what)
	case archive:
		return fmt.Errorf("is %s; unpack it first", what)
	}
	return fmt.Errorf("is %s, not a text", what)
}

// compoundFile is how the files of old Office begin ([MS-CFB] 2.2), and those of
// new Office that are encrypted.
const compoundFile = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"

// compoundStreams tells the old Office documents by the name of a stream.
var compoundStreams = []struct{ name, what, newer string }{
	{"WordDocument", "an old Word document (.doc)", ".docx"},
	{"PowerPoint Document", "an old presentation (.ppt)", ".pdf"},
	{"Workbook", "an old spreadsheet (.xls)", ".xlsx"},
	{"__nameid_version1.0", "an Outlook message (.msg)", ".eml"},
}

func refuseCompound(ext string, data []byte) error {
	if bytes.Contains(data, utf16("EncryptedPackage")) {
		return errPassword
	}
	for _, s := range compoundStreams {
		if bytes.Contains(data, utf16(s.name)) {
			return fmt.Errorf("is %s, which timeline does not read; save it as %s", s.what, s.newer)
		}
	}
	if what := documentExtensions[ext]; strings.HasPrefix(what, "an old") {
		return notRead(what, document)
	}
	return notRead("an old Office document", document)
}

// utf16 is ASCII text as the old Office formats store it.
func utf16(s string) []byte {
	var b []byte
	for i := range len(s) {
		b = append(b, s[i], 0)
	}
	return b
}
