export { canPrintLogo } from './can-print-logo.ts'
export { renderPdf } from './render-pdf.ts'
export { TooLongToPrint } from './too-long-to-print.ts'
