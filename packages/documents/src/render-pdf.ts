import { createRequire } from 'node:module'
import { linesOf, type PrintedForm } from '@fieldledger/forms'
import type { TDocumentDefinitions } from 'pdfmake/interfaces'
import { layOut } from './layout/lay-out.ts'
import { markMissing } from './layout/mark-missing.ts'
import { tableLayouts } from './layout/table-layouts.ts'
import { mostPrintedLines, TooLongToPrint } from './too-long-to-print.ts'

const place = createRequire(import.meta.url)
const fonts = {
  DejaVu: {
    normal: place.resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed.ttf'),
    bold: place.resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed-Bold.ttf'),
    italics: place.resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed-Oblique.ttf'),
  },
}
const fontFiles: readonly string[] = Object.values(fonts.DejaVu)

let printer: ReturnType<typeof loadPrinter> | undefined

/** The form as a PDF. The same form is the same bytes, so that it is kept once however often it is made. */
export async function renderPdf(printed: PrintedForm): Promise<Uint8Array> {
  if (linesOf(printed.submission.values).length > mostPrintedLines) throw new TooLongToPrint()
  const { hasLetter } = await loadedPrinter()
  return writePdf(markMissing(layOut(printed), hasLetter))
}

/** What pdfmake cannot read it throws. */
export async function writePdf(content: TDocumentDefinitions): Promise<Uint8Array> {
  const { pdfmake } = await loadedPrinter()
  return pdfmake.createPdf(content).getBuffer()
}

/** Loaded with the first document: most processes never make one. */
function loadedPrinter() {
  printer ??= loadPrinter()
  return printer
}

/** It reads the fonts and nothing else, from here or anywhere. */
async function loadPrinter() {
  const [{ default: pdfmake }, { openSync }] = await Promise.all([import('pdfmake'), import('fontkit')])
  const typefaces = fontFiles.map((file) => openSync(file))
  pdfmake.setFonts(fonts)
  pdfmake.setTableLayouts(tableLayouts)
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy((path) => fontFiles.includes(path))
  const hasLetter = (codePoint: number) =>
    typefaces.every((face) => 'hasGlyphForCodePoint' in face && face.hasGlyphForCodePoint(codePoint))
  return { pdfmake, hasLetter }
}
