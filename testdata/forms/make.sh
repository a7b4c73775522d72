#!/usr/bin/env bash
# Makes the other forms of report.md, which we wrote: with pandoc, and with
# LibreOffice from what pandoc made. They are kept in the repository, so that the
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
