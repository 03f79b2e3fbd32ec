// Prints the text that pdf.js (Firefox's reader) finds in the PDF on standard input.
"use strict";

const fs = require("node:fs");
const pdfjs = require("pdfjs-dist/build/pdf.js");

async function print() {
  const data = new Uint8Array(fs.readFileSync(0));
  const document = await pdfjs.getDocument({ data, verbosity: 0 }).promise;
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const content = await page.getTextContent();
    for (const item of content.items) process.stdout.write(item.str + (item.hasEOL ? "\n" : ""));
    process.stdout.write("\n");
  }
}

print();
