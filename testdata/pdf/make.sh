#!/usr/bin/env bash
# Makes the PDFs of this folder from report.md and notice.md, as the programs that
# most PDFs come from print them. Needs pandoc, LibreOffice, Chromium, xelatex
# (texlive-xetex, texlive-latex-recommended) and the Noto fonts with fonts-noto-cjk.
# The PDFs are kept in the repository, since no two versions of these programs print
# alike: after a new one, run the tests of timeline/source with -update and read
# what changed.
set -euo pipefail
cd "$(dirname "$0")"
export SOURCE_DATE_EPOCH=1631606400 # 14 September 2021
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

office() { # from.docx to.pdf
  soffice -env:UserInstallation="file://$work/profile" --headless --convert-to pdf --outdir "$work" "$1" >/dev/null 2>&1
  mv "$work/$(basename "${1%.docx}").pdf" "$2"
}

browser() { # from.html to.pdf
  chromium --headless --no-sandbox --disable-gpu --print-to-pdf="$2" "file://$1" 2>/dev/null
}

pandoc report.md -o "$work/report.docx"
office "$work/report.docx" report-libreoffice.pdf
pandoc notice.md -o "$work/notice.docx"
office "$work/notice.docx" notice-libreoffice.pdf

pandoc report.md -s --self-contained --css page.css -o "$work/report.html"
browser "$work/report.html" "$PWD/report-chromium.pdf"
pandoc notice.md -s --self-contained --css page.css -o "$work/notice.html"
browser "$work/notice.html" "$PWD/notice-chromium.pdf"

# The tables that pandoc writes can't stand in two columns: it becomes a plain one.
pandoc report.md -t latex --template twocolumn.tex -o "$work/report.tex"
python3 - "$work/report.tex" <<'PY'
import re, sys
path = sys.argv[1]
s = open(path).read()
rows = re.search(r"\\begin\{longtable\}.*?\\end\{longtable\}", s, re.S)
cells = re.findall(r"^(\d+ \w+ \d{4}) & (.*?)\\\\", rows.group(0), re.S | re.M)
table = "\\begin{center}\\begin{tabular}{p{25mm}p{48mm}}\n\\toprule\nDate & Act \\\\\n\\midrule\n"
table += "".join(f"{a} & {' '.join(b.split())} \\\\\n" for a, b in cells) + "\\bottomrule\n\\end{tabular}\\end{center}"
open(path, "w").write(s[: rows.start()] + table + s[rows.end() :])
PY
(cd "$work" && xelatex -interaction=batchmode report.tex >/dev/null && xelatex -interaction=batchmode report.tex >/dev/null)
mv "$work/report.pdf" report-latex.pdf
