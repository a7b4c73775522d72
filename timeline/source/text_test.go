package source

import (
	"strings"
	"testing"
)

func TestTextParagraphLines(t *testing.T) {
	long := strings.Repeat("The ministry has published the measures that it announced. ", 5)
	wantBlocks(t, "a.txt", "New Rules for Ports\n"+long+"\nWhat Changes\n"+long+"\nThe list includes:\n– harbours: all of them\n– ferries, too\n"+long+"\n", `
H1 New Rules for Ports
P `+strings.TrimSpace(long)+`
H3 What Changes
P `+strings.TrimSpace(long)+`
P The list includes:
LI1 harbours: all of them
LI1 ferries, too
P `+strings.TrimSpace(long)+"\n")
}

func TestTextWrapped(t *testing.T) {
	wantBlocks(t, "a.txt", `
Harbour Act enters into force

The Harbour Act, which parliament passed after two years of debate
about fees, entered into force on 4
July 2019. The port authority said on Monday that it would pub-
lish the first list of fees by the end of the month.

A second list is to follow, according to the authority, once the
Ministry of Transport has heard the ports. It will cover ferries.
  Fees for ferries rest on the Ferries Act.
`, `
H1 Harbour Act enters into force
P The Harbour Act, which parliament passed after two years of debate about fees, entered into force on 4 July 2019. The port authority said on Monday that it would publish the first list of fees by the end of the month.
P A second list is to follow, according to the authority, once the Ministry of Transport has heard the ports. It will cover ferries.
P Fees for ferries rest on the Ferries Act.
`)
}

// Text of a PDF with a blank line after every line: sentences, dates and words
// run on over them; headings, lists and notes of two pages stand between.
const doubleSpacedReport = ` Summary

The port authority has made clear over the last three years that fees for harbours 

will rise with the size of ships. A first order was issued in the spring of 2016, and 

a second one, which covers ferries, entered into force on 4 July 2019 after the Min-

istry of Transport had heard the ports.1  

This has not gone down well with the shipping lines. Their association has called the 

order “a tax by another name.”2 The authority, for its part, points to the Harbour 

Plan and to the

National Ferry Strategy.

WHAT THE ORDERS SAY

Both orders rest on the Harbour Act. They set out who pays, how much and when, and they 

leave the ports some room for discounts, which the larger ones have used.3

1. Interview with an official of the port authority, October 2019.

2. Shipping Lines Association, “A Tax by Another Name,” Harbour Review, September 22, 

2019, https://www.example.org/review/2019/a-tax-by-an-

other-name.

3. Ibid.
 The third order, still in draft, would extend the fees to inland ports and is due to 

be adopted before the end of the year.



Fees and Ferries2

Harbour Plan (August 2013)4 

- Sets fees for seagoing ships by their length and by the day of their arrival at the 

port

- Keeps ferries out

National Ferry Strategy (2016–2020)5 

- Brings ferries in

4. Ministry of Transport, Harbour Plan, August 8, 2013, http://www.example.org/plan.

5. Ministry of Transport, National Ferry Strategy, December 27, 2016.
`

func TestTextDoubleSpaced(t *testing.T) {
	wantBlocks(t, "a.txt", doubleSpacedReport, `
H1 Summary
P The port authority has made clear over the last three years that fees for harbours will rise with the size of ships. A first order was issued in the spring of 2016, and a second one, which covers ferries, entered into force on 4 July 2019 after the Ministry of Transport had heard the ports.1
P This has not gone down well with the shipping lines. Their association has called the order “a tax by another name.”2 The authority, for its part, points to the Harbour Plan and to the
P National Ferry Strategy.
H2 WHAT THE ORDERS SAY
P Both orders rest on the Harbour Act. They set out who pays, how much and when, and they leave the ports some room for discounts, which the larger ones have used.3
FN[1] Interview with an official of the port authority, October 2019.
FN[2] Shipping Lines Association, “A Tax by Another Name,” Harbour Review, September 22, 2019, https://www.example.org/review/2019/a-tax-by-another-name.
FN[3] Ibid.
P The third order, still in draft, would extend the fees to inland ports and is due to be adopted before the end of the year.
X Fees and Ferries2
H3 Harbour Plan (August 2013)4
LI1 Sets fees for seagoing ships by their length and by the day of their arrival at the port
LI1 Keeps ferries out
H3 National Ferry Strategy (2016–2020)5
LI1 Brings ferries in
FN[4] Ministry of Transport, Harbour Plan, August 8, 2013, http://www.example.org/plan.
FN[5] Ministry of Transport, National Ferry Strategy, December 27, 2016.
`)
}

// Whatever ends the lines, each sentence is one, and one that runs on is whole.
func TestTextEveryLineEnd(t *testing.T) {
	text := "A applies from 17 May 2021.\r\nB from\nnext year.\rC is repealed.\u0085D is not.\u2028E is new.\u2029F is old.\vG is void.\fH is law."
	d := read(t, "a.txt", text)
	var got []string
	for _, b := range d.Blocks {
		block := d.Text[b.Start:b.End]
		for _, s := range Sentences(block) {
			got = append(got, Clean(block[s[0]:s[1]], 0))
		}
	}
	want := "A applies from 17 May 2021.|B from next year.|C is repealed.|D is not.|E is new.|F is old.|G is void.|H is law."
	if strings.Join(got, "|") != want {
		t.Errorf("got %q, want %q", strings.Join(got, "|"), want)
	}
}

func TestTextBrokenDates(t *testing.T) {
	for _, text := range []string{
		"The order took effect on 17\nMay 2021. It was amended on 9 August\n2022.",
		"The order took effect on 17 May\r\n    2021.",
		"The order took effect on 17 Sep-\ntember 2021.",
		"该命令于2021年\n5月17日施行。",
		"该命令于2021年5月17\n日施行。",
		"The order, says\nthe\nministry,\ntook effect\non 17 May 2021.",
	} {
		if d := read(t, "a.txt", text); len(d.Blocks) != 1 {
			t.Errorf("%q is cut into\n%s", text, show(d))
		}
	}
}

func TestTextDayOverLines(t *testing.T) {
	long := strings.Repeat("The court has heard the harbour and the ferry about the fees. ", 5)
	wantBlocks(t, "a.txt", long+"\nGiven under my hand on the 31st day of October\n2019, and filed.\n"+long+"\nThe ferry closed on 31 October\n2019 The harbour opens\n", `
P `+strings.TrimSpace(long)+`
P Given under my hand on the 31st day of October 2019, and filed.
P `+strings.TrimSpace(long)+`
P The ferry closed on 31 October
P 2019 The harbour opens
`)
}

func TestTextChineseAct(t *testing.T) {
	wantBlocks(t, "a.txt", `港口收费管理办法

（2019年3月5日港务局公布）

第一章 总则

第一条 为了规范港口收费，制定本办法。

第二条 下列船舶应当缴费：

（一）海船；

（二）内河船舶，但是渡船除外。

第二章 附则

第三条 本办法自2019年7月4日起施行。
`, `
H1 港口收费管理办法
P （2019年3月5日港务局公布）
H2 第一章 总则
P 第一条 为了规范港口收费，制定本办法。
P 第二条 下列船舶应当缴费：
LI1 海船；
LI1 内河船舶，但是渡船除外。
H2 第二章 附则
P 第三条 本办法自2019年7月4日起施行。
`)
}

func TestTextChineseWrapped(t *testing.T) {
	wantBlocks(t, "a.txt", `港务局昨日宣布，新的港口收费办法已经公布，将于二
〇一九年七月四日起施行。港务局表示，第一批收费标
准将在月底前公布。

航运协会对此表示反对，认为收费过高。
`, `
P 港务局昨日宣布，新的港口收费办法已经公布，将于二 〇一九年七月四日起施行。港务局表示，第一批收费标 准将在月底前公布。
P 航运协会对此表示反对，认为收费过高。
`)
}

// Sections of an act and steps of a procedure are no notes, though they count up.
func TestTextNumberedSectionsAreNoNotes(t *testing.T) {
	d := read(t, "a.txt", `Harbour Act 2019

1. This Act may be cited as the Harbour Act 2019.

2. In this Act, "port" means a port listed in the Schedule, and "ship" means a seagoing ship.

3. The owner of a ship pays the fee within 30 days of her arrival.

4. This Act comes into force on 4 July 2019.
`)
	for _, b := range d.Blocks {
		if b.Kind == Footnote {
			t.Fatalf("a section became a note:\n%s", show(d))
		}
	}
}

// Entries of a chronology cite their sources and are no notes for that: they
// stand in one row and the text has no marks for them.
func TestTextNumberedChronologyIsNoNotes(t *testing.T) {
	d := read(t, "a.txt", `Chronology

1. In March 2016 the authority issued its first order (http://www.example.org/1).
2. In July 2019 the second order took effect, see “Fees Rise” (http://www.example.org/2).
3. In May 2020 the court upheld it (http://www.example.org/3).
`)
	for _, b := range d.Blocks {
		if b.Kind == Footnote {
			t.Fatalf("an entry became a note:\n%s", show(d))
		}
	}
}

func TestTextReferences(t *testing.T) {
	wantBlocks(t, "a.txt", `The fee was raised twice.[1] Courts upheld it.[2]

Ferries

Ferries pay nothing as yet, and the ministry says that this will stay so.

References

[1] A. Writer, Harbours and Fees (Port Press, 2018).
[2] Line v. Authority, [2019] 2 Harbour Reports 14.

Further reading

Harbours of the world, 2nd ed.
`, `
P The fee was raised twice.[1] Courts upheld it.[2]
H3 Ferries
P Ferries pay nothing as yet, and the ministry says that this will stay so.
H3 References
FN[1] A. Writer, Harbours and Fees (Port Press, 2018).
FN[2] Line v. Authority, [2019] 2 Harbour Reports 14.
H3 Further reading
FN[] Harbours of the world, 2nd ed.
`)
}

func TestTextLists(t *testing.T) {
	wantBlocks(t, "a.txt", `The owner of a ship that enters a port must do all of the following:

1. tell the port
   (a) of the ship's length, and
   (b) of the day of her arrival, which may not be later than
       4. July;
2. pay the fee.

• first point
  • second point, inside
• third point
`, `
P The owner of a ship that enters a port must do all of the following:
LI1 tell the port
LI2 of the ship's length, and
LI2 of the day of her arrival, which may not be later than 4. July;
LI1 pay the fee.
LI1 first point
LI2 second point, inside
LI1 third point
`)
}

// A number with a full stop that is in no row is text: it may be a German day.
func TestTextLoneNumberIsText(t *testing.T) {
	wantBlocks(t, "a.txt", "4. Juli 2019: Die Verordnung tritt in Kraft.\n", "P 4. Juli 2019: Die Verordnung tritt in Kraft.\n")
}

func TestTextChrome(t *testing.T) {
	wantBlocks(t, "a.txt", `Skip to main content
Home
Ports
Contact us

Harbour fees rise

The port authority has raised the fees for all ships, it said on Monday, by a tenth.

Share this article

Also Read: Ferries are next

The lines will go to court, as they have said before, and they expect to win there.

3 Comments

Leave a Reply

This is an outrage that began in 2012!
`, `
X Skip to main content
X Home
X Ports
X Contact us
H1 Harbour fees rise
P The port authority has raised the fees for all ships, it said on Monday, by a tenth.
X Share this article
X Also Read: Ferries are next
P The lines will go to court, as they have said before, and they expect to win there.
X 3 Comments
X Leave a Reply
X This is an outrage that began in 2012!
`)
}

// A phrase of page furniture inside a sentence is no page furniture.
func TestTextChromeNeedsTheWholeLine(t *testing.T) {
	d := read(t, "a.txt", "The home page of the port says so.\n\nPrivacy policy was debated in 2019.\n\n2017\n\nThe first fee was set.\n")
	for _, b := range d.Blocks {
		if b.Kind == Chrome {
			t.Errorf("%q is taken for page furniture", d.Text[b.Start:b.End])
		}
	}
}

func TestTextPages(t *testing.T) {
	d := wantBlocks(t, "a.txt", "Port Authority Report 1\n\nThe authority, which was founded in 1987, sets the fees\nfor harbours and it\n\fPort Authority Report 2\n\nmay change them at any time, as the act says.\n\fPort Authority Report 3\n\nThere is no appeal against them.\n", `
X Port Authority Report 1
P The authority, which was founded in 1987, sets the fees for harbours and it
X Port Authority Report 2
P may change them at any time, as the act says.
X Port Authority Report 3
P There is no appeal against them.
`)
	if len(d.Pages) != 3 {
		t.Fatalf("pages %v", d.Pages)
	}
	if p := (Span{Doc: d, Start: strings.Index(d.Text, "no appeal")}).Page(); p != 3 {
		t.Errorf("the appeal is on page %d", p)
	}
}

func TestTextHeadings(t *testing.T) {
	for _, c := range []struct {
		line string
		want string
	}{
		{"WHO PAYS?", "H2 WHO PAYS?"},
		{"Who Pays the Fee", "H3 Who Pays the Fee"},
		{"Chapter 2: Fees", "H2 Chapter 2: Fees"},
		{"Article 5", "H4 Article 5"},
		{"Section 12 Appeals", "H3 Section 12 Appeals"},
		{"第三章 法律责任", "H2 第三章 法律责任"},
		{"The fee is due.", "P The fee is due."},
		{"Source: Port Authority", "P Source: Port Authority"},
		{"Figure 2. Fees in 2019", "P Figure 2. Fees in 2019"},
	} {
		text := "Opening words of the report, which are followed by more.\n\n" + c.line + "\n\nThe owner of a ship pays the fee within thirty days, says the act, or later.\n"
		d := read(t, "a.txt", text)
		if got := strings.Split(show(d), "\n")[1]; got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}

// A short line among short lines heads nothing.
func TestTextShortLinesAreNoHeadings(t *testing.T) {
	d := read(t, "a.txt", "The ports are listed in the schedule to the act as follows.\n\nHamburg\n\nRotterdam\n\nAntwerp\n\nGdansk\n\nPiraeus\n")
	for _, b := range d.Blocks {
		if b.Kind == Heading {
			t.Errorf("%q is taken for a heading", d.Text[b.Start:b.End])
		}
	}
}

func TestTitle(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"a.txt", "Fees Rise\n\nThe port has raised the fees that ships pay by a tenth.\n", "Fees Rise"},
		{"a.txt", "Skip to content\n\nfees rise in spring\n\nThe port has raised the fees that ships pay by a tenth.\n", "fees rise in spring"},
		{"a.txt", "The port has raised the fees that ships pay by a tenth.\n\nFerries\n\nThey pay nothing as yet, and this will stay so.\n", ""},
		{"a.md", "# Fees *rise*\n\nText.\n", "Fees *rise*"},
		{"a.md", "---\ntitle: Fees\n---\n# Fees rise\n", "Fees"},
		{"a.txt", "", ""},
	} {
		if d := read(t, c.name, c.text); d.Title != c.want {
			t.Errorf("%q: title %q, want %q", c.text, d.Title, c.want)
		}
	}
}

// Inputs of every awkward shape are read, and their sentences found: a step whose
// time is not linear in them would run into the time limit of the tests.
func TestReadAwkwardShapes(t *testing.T) {
	const size = 1 << 18
	shapes := map[string]string{
		"one line":       strings.Repeat("word ", size/5),
		"one word":       strings.Repeat("x", size),
		"spaces":         "17" + strings.Repeat(" ", size) + "May",
		"one-word lines": strings.Repeat("word\n", size/5),
		"blank lines":    strings.Repeat("\n", size),
		"double-spaced":  strings.Repeat("the rule goes on\n\n", size/18),
		"numbers":        strings.Repeat("1. See “A,” 2019, http://a.org/\n", size/32),
		"capitals":       strings.Repeat("THE ACT\n", size/16) + strings.Repeat("THE ACT\nlower\n", size/28),
		"full stops":     strings.Repeat(". ", size/2),
		"abbreviations":  strings.Repeat("U.S. No. 5 ", size/11),
		"quotes":         strings.Repeat("> ", size/2),
		"comments":       strings.Repeat("<!-- ", size/5),
		"bars":           strings.Repeat("a | b\n", size/6),
		"brackets":       strings.Repeat("[", size),
		"tags":           strings.Repeat("<b>", size/3),
		"notes in text":  strings.Repeat("word.1 Word", size/11),
		"semicolons":     strings.Repeat("条款；", size/9),
		"superscripts":   strings.Repeat("²", size/2),
		"dashes":         strings.Repeat("- - - ", size/6),
		"markers":        strings.Repeat("(a) x\n(i) y\n", size/12),
	}
	for shape, text := range shapes {
		for _, name := range []string{"a.txt", "a.md", "a.html"} {
			t.Run(shape+" as "+name, func(t *testing.T) {
				d := read(t, name, text)
				for _, b := range d.Blocks {
					Sentences(d.Text[b.Start:b.End])
				}
			})
		}
	}
}
