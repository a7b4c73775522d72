package source

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode/utf32"
)

// samples are texts of our own in the encodings that such texts are found in.
var samples = []struct{ encodings, text string }{
	{"gb18030 gbk", "国务院办公厅关于进一步加强个人信息保护工作的通知，自2021年11月1日起施行。"},
	{"gb18030", "监管机构约谈平台企业。"},
	{"gb18030", "第三条"},
	{"big5", "行政院會通過個人資料保護法修正草案，將送請立法院審議。"},
	{"big5", "主管機關已公布新的辦法。"},
	{"shift_jis euc-jp iso-2022-jp", "個人情報の保護に関する法律は、2022年4月1日から施行される。"},
	{"shift_jis euc-jp", "規則を改正した。"},
	{"euc-kr", "개인정보 보호법 개정안이 국회 본회의를 통과했다. 시행일은 2023년 9월 15일이다."},
	{"euc-kr", "법률이 시행된다."},
	{"windows-1251 koi8-r ibm866 iso-8859-5", "Федеральный закон о персональных данных вступил в силу в январе 2007 года."},
	{"windows-1251 koi8-r", "ПРИКАЗ МИНИСТРА О СОЗДАНИИ КОМИССИИ"},
	{"windows-1251", "Постановление отменено."},
	{"windows-1253", "Ο νόμος για την προστασία των δεδομένων τέθηκε σε ισχύ τον Μάιο."},
	{"windows-1255", "חוק הגנת הפרטיות נכנס לתוקף בשנת 1981 ותוקן מאז."},
	{"windows-1256", "دخل القانون الجديد لحماية البيانات حيز التنفيذ في شهر مايو."},
	{"windows-874", "พระราชบัญญัติคุ้มครองข้อมูลส่วนบุคคลมีผลบังคับใช้แล้ว"},
	{"windows-1252", "Le règlement a été publié au Journal officiel ; il s’applique dès l’été à tous les États membres."},
	{"windows-1252", "Die Verordnung über künstliche Intelligenz trat am 1. August in Kraft – für alle Anbieter, größere wie kleinere."},
	{"windows-1252", "La decisión entrará en vigor el próximo año según señaló la Comisión Española."},
	{"windows-1252", "Il regolamento è più severo perché la società non può più farlo."},
	{"windows-1252", "The “Code of Conduct” – the agency’s own – applies."},
	{"windows-1252", "A fine of £500 under §4"},
	{"windows-1250 iso-8859-2", "Nařízení o umělé inteligenci vstoupilo v platnost a české úřady určí příslušný orgán dozoru; žádný výjimečný režim není."},
	{"windows-1250", "Ustawa o ochronie danych osobowych weszła w życie, a urząd nałożył karę na spółkę za naruszenie przepisów."},
	{"windows-1254", "Kişisel verilerin korunması kanunu yürürlüğe girdi ve şirketlere ağır cezalar getirildi."},
	{"windows-1257", "Asmens duomenų apsaugos įstatymas įsigaliojo, o inspekcija paskyrė baudą įmonei už pažeidimą."},
}

func TestDecodeGuess(t *testing.T) {
	for _, s := range samples {
		for name := range strings.FieldsSeq(s.encodings) {
			e, err := htmlindex.Get(name)
			if err != nil {
				t.Fatal(err)
			}
			data, err := e.NewEncoder().Bytes([]byte(s.text))
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			d, err := decode(data, "")
			switch {
			case err != nil:
				t.Errorf("%s: %v", name, err)
			case d.text != s.text:
				t.Errorf("%s: %q became %q %q", name, s.text, d.text, d.warnings)
			case len(d.warnings) != 1 || !strings.Contains(d.warnings[0], "guess"):
				t.Errorf("%s: the guess is not told: %q", name, d.warnings)
			}
		}
	}
}

func utf16Bytes(s string, little, mark bool) []byte {
	name := "utf-16be"
	if little {
		name = "utf-16le"
	}
	data, err := mustEncoding(name).NewEncoder().Bytes([]byte(s))
	if err != nil {
		panic(err)
	}
	if !mark {
		return data
	}
	if little {
		return append([]byte{0xFF, 0xFE}, data...)
	}
	return append([]byte{0xFE, 0xFF}, data...)
}

func utf32Bytes(t *testing.T, s string, order utf32.Endianness, policy utf32.BOMPolicy) []byte {
	t.Helper()
	data, err := utf32.UTF32(order, policy).NewEncoder().Bytes([]byte(s))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestDecodeUTF16AndUTF32(t *testing.T) {
	english := "The rule applies from 3 March.\r\nIt was amended.\r\n"
	chinese := "本条例自公布之日起施行。\n旧条例同时废止。\n2021年修订。\n"
	for _, c := range []struct {
		name    string
		data    []byte
		want    string
		guessed bool
	}{
		{"UTF-16LE with a mark", utf16Bytes(english, true, true), english, false},
		{"UTF-16BE with a mark", utf16Bytes(chinese, false, true), chinese, false},
		{"UTF-32LE with a mark", utf32Bytes(t, english, utf32.LittleEndian, utf32.UseBOM), english, false},
		{"UTF-32BE with a mark", utf32Bytes(t, chinese, utf32.BigEndian, utf32.UseBOM), chinese, false},
		{"UTF-16LE", utf16Bytes(english, true, false), english, true},
		{"UTF-16BE", utf16Bytes(english, false, false), english, true},
		{"UTF-16LE, Chinese", utf16Bytes(chinese, true, false), chinese, true},
		{"UTF-16BE, Chinese", utf16Bytes(chinese, false, false), chinese, true},
		{"UTF-32LE", utf32Bytes(t, english, utf32.LittleEndian, utf32.IgnoreBOM), english, true},
		{"UTF-32BE", utf32Bytes(t, english, utf32.BigEndian, utf32.IgnoreBOM), english, true},
	} {
		d, err := decode(c.data, "")
		if err != nil || d.text != c.want || (len(d.warnings) > 0) != c.guessed {
			t.Errorf("%s: %q, warnings %q, error %v", c.name, d.text, d.warnings, err)
		}
	}
}

func TestDecodeIncompleteUTF16(t *testing.T) {
	data := utf16Bytes("In force.", true, true)
	d, err := decode(data[:len(data)-1], "")
	if err != nil || !strings.HasPrefix(d.text, "In force") || len(d.warnings) != 1 {
		t.Errorf("%q, warnings %q, error %v", d.text, d.warnings, err)
	}
}

// A UTF-8 text is exactly the file's bytes, its mark and its NUL bytes included,
// so that offsets are the file's own.
func TestDecodeUTF8(t *testing.T) {
	for _, s := range []string{"", "plain", "\ufeffmarked", "naïve – “quotes” 第一条", "a\x00b\x00c and more words", "\x1b[31mred\x07", "日"} {
		d, err := decode([]byte(s), "")
		if err != nil || d.text != s || d.warnings != nil {
			t.Errorf("%q became %q, warnings %q, error %v", s, d.text, d.warnings, err)
		}
	}
}

func TestDecodeDamagedUTF8(t *testing.T) {
	good := "Le règlement a été publié – “enfin” – à Genève. "
	d, err := decode([]byte(good+"\xFF\xE2\x82 "+good), "")
	if want := good + "\uFFFD " + good; err != nil || d.text != want || len(d.warnings) != 1 {
		t.Errorf("%q, warnings %q, error %v", d.text, d.warnings, err)
	}
}

func TestDecodeDeclared(t *testing.T) {
	encode := func(e encoding.Encoding, s string) string {
		out, err := e.NewEncoder().String(s)
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	gbk := mustEncoding("gbk")
	for _, c := range []struct{ name, page, want string }{
		{"meta charset", `<html><meta charset="gb2312"><p>` + encode(gbk, "办法"), "办法"},
		{"http-equiv", `<html><META http-equiv=Content-Type content="text/html; charset=GBK"><p>` + encode(gbk, "施行日"), "施行日"},
		{"XML declaration", `<?xml version="1.0" encoding="iso-8859-2"?><html><p>` + encode(mustEncoding("iso-8859-2"), "Łódź"), "Łódź"},
		{"page converted to UTF-8 that still names GBK", `<html><meta charset="gbk"><p>本办法自公布之日起施行，旧办法同时废止。`, "本办法自公布之日起施行，旧办法同时废止。"},
		{"page that says UTF-8 and is not", "<html><meta charset=\"utf-8\"><p>The \x93Act\x94 applies.", "The “Act” applies."},
		{"unknown encoding", `<html><meta charset="klingon"><p>Plain`, "Plain"},
	} {
		d, err := Read("x.html", []byte(c.page))
		if err != nil || strings.TrimSpace(d.Text) != c.want {
			t.Errorf("%s: %q, error %v", c.name, d.Text, err)
		}
	}
}

func TestDecodeRefusesBinary(t *testing.T) {
	noise := make([]byte, 4096)
	x := uint32(2463534242)
	for i := range noise { // xorshift: the same noise every time
		x ^= x << 13
		x ^= x >> 17
		x ^= x << 5
		noise[i] = byte(x >> 11)
	}
	for name, data := range map[string][]byte{"noise": noise, "short noise": noise[:256], "zeros": make([]byte, 10000)} {
		if d, err := decode(data, ""); err == nil {
			t.Errorf("%s was read as text: %.40q", name, d.text)
		}
	}
}

func TestDecodeLongInput(t *testing.T) {
	data, err := mustEncoding("gbk").NewEncoder().Bytes([]byte(strings.Repeat("本办法自公布之日起施行。\n", 40000)))
	if err != nil {
		t.Fatal(err)
	}
	d, err := decode(append(bytes.Repeat([]byte("plain line\n"), 50000), data...), "")
	if err != nil || !utf8.ValidString(d.text) || !strings.HasSuffix(d.text, "本办法自公布之日起施行。\n") {
		t.Errorf("error %v", err)
	}
}
