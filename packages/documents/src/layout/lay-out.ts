import type { PrintedForm } from '@fieldledger/forms'
import type { TDocumentDefinitions } from 'pdfmake/interfaces'
import { approvals, totals } from './closing.ts'
import { facts, letterhead, vendorAndFields, wideFields } from './letterhead.ts'
import { lineTables } from './line-tables.ts'
import { messages } from './messages.ts'

/** Where paper is sold as Letter; elsewhere it is A4. */
const letterCurrencies = ['USD', 'CAD', 'MXN', 'PHP', 'CLP', 'COP']

/** The default layout: everything that is on the form, on as many pages as it takes. Pure. */
export function layOut(printed: PrintedForm): TDocumentDefinitions {
  const { submission, company } = printed
  const named = [submission.formName, submission.number].filter((part) => part !== undefined).join(' ')
  const foot = [company.practice ? messages.practice : undefined, company.name, named]
  return {
    pageSize: letterCurrencies.includes(submission.currency) ? 'LETTER' : 'A4',
    pageMargins: [44, 44, 44, 56],
    // Of the form, not of this moment: the same form is the same file.
    info: {
      title: named,
      author: company.name,
      creationDate: submission.updatedAt,
      modDate: submission.updatedAt,
    },
    content: [
      letterhead(printed),
      facts(printed),
      vendorAndFields(printed),
      ...wideFields(printed),
      ...lineTables(printed),
      totals(printed),
      approvals(printed),
    ],
    footer: (page, pages) => ({
      margin: [44, 16, 44, 0],
      columns: [
        { text: foot.filter((part) => part !== undefined).join(' · '), style: 'quiet' },
        { text: messages.page(page, pages), style: 'quiet', alignment: 'right', width: 'auto' },
      ],
    }),
    defaultStyle: { font: 'DejaVu', fontSize: 9, lineHeight: 1.15, color: '#1f2933' },
    styles: {
      company: { fontSize: 13, bold: true },
      title: { fontSize: 17, bold: true, color: '#0b5c5e' },
      label: { fontSize: 7.5, color: '#5f6b76' },
      strong: { bold: true },
      columnHead: { bold: true, fontSize: 8, color: '#33414d', fillColor: '#eef3f3' },
      quiet: { fontSize: 8, color: '#5f6b76' },
      grand: { bold: true, fontSize: 11 },
    },
  }
}
