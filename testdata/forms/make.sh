#!/usr/bin/env bash
# Makes the other forms of report.md, which we wrote: with pandoc, and with
# LibreOffice and Chromium from what pandoc made; the Chinese needs fonts-noto-cjk. They are kept in the repository, so that the
# tests need neither. A form that is made anew differs in nothing but the versions
# of the programs.
set -euo pipefail
cd "$(dirname "$0")"
export SOURCE_DATE_EPOCH=1710201600 # 12 March 2024, the day of the report

pandoc() { command pandoc --from markdown --standalone --wrap=preserve "$@" report.md; }
pandoc -o report.html
pandoc -o report.docx
pandoc -o report.odt
pandoc --epub-chapter-level=2 -o report.epub
command pandoc --from markdown --to plain --standalone --columns=78 -o report.txt report.md

# The same as LibreOffice writes it, from the OpenDocument text.
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
soffice -env:UserInstallation="file://$work/profile" --headless --convert-to docx:"MS Word 2007 XML" --outdir "$work" report.odt >/dev/null
mv "$work/report.docx" report-libreoffice.docx

# PDF: one column with notes at the foot, and two columns with notes at the end.
soffice -env:UserInstallation="file://$work/profile" --headless --convert-to pdf --outdir "$work" report.odt >/dev/null
mv "$work/report.pdf" report-onecolumn.pdf
columns='body { max-width: none; columns: 2; column-gap: 9mm; font-size: 10pt; text-align: justify; hyphens: auto }'
sed "s#</head>#<style>$columns</style></head>#" report.html >"$work/report.html"
chromium --headless --no-sandbox --disable-gpu --print-to-pdf="$PWD/report-twocolumns.pdf" "file://$work/report.html" 2>/dev/null
