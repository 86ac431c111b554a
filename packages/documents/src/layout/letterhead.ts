import type { PrintedForm } from '@fieldledger/forms'
import type { Column, Content } from 'pdfmake/interfaces'
import { headerFields, type PrintedField } from './header-fields.ts'
import { messages } from './messages.ts'
import { picture } from './picture.ts'
import { dateWords } from './words.ts'

/** Whose paper it is, and what it is. */
export function letterhead({ company, content }: PrintedForm): Content {
  const logo: Content[] =
    company.logo === undefined ? [] : [{ ...picture(company.logo), margin: [0, 0, 0, 6] }]
  return {
    columns: [
      { width: '*', stack: [...logo, { text: company.name, style: 'company' }] },
      {
        width: '*',
        alignment: 'right',
        stack: [
          { text: content.name, style: 'title' },
          ...(company.practice ? [{ text: messages.practice, style: 'strong', color: '#7048a8' }] : []),
        ],
      },
    ],
    columnGap: 24,
    margin: [0, 0, 0, 12],
  }
}

/** Number, date, status and who submitted it, in one row. */
export function facts({ submission, company, submittedBy }: PrintedForm): Content {
  const shown: [string, string][] = [
    [messages.number, submission.number ?? messages.numberFollows],
    [messages.date, dateWords(submission.submittedAt, company.timeZone)],
    [messages.status, messages.statuses[submission.status]],
    ...(submission.revision > 1
      ? [[messages.revision, String(submission.revision)] as [string, string]]
      : []),
    [messages.submittedBy, submittedBy],
  ]
  return {
    layout: 'facts',
    margin: [0, 0, 0, 12],
    table: {
      widths: shown.map(() => '*'),
      body: [shown.map(([label, text]) => ({ stack: labelled({ label, text }) }))],
    },
  }
}

/** The vendor to the left, the short fields in two columns beside it. */
export function vendorAndFields(printed: PrintedForm): Content {
  const short = headerFields(printed).filter(({ wide }) => !wide)
  const half = Math.ceil(short.length / 2)
  const columns: Column[] = [short.slice(0, half), short.slice(half)].map((some) => ({
    width: '*',
    stack: some.map(spaced),
  }))
  return { columns: [...vendorBlock(printed), ...columns], columnGap: 18, margin: [0, 0, 0, 8] }
}

/** Paragraphs, over the whole width. */
export function wideFields(printed: PrintedForm): Content[] {
  return headerFields(printed)
    .filter(({ wide }) => wide)
    .map(spaced)
}

function vendorBlock({ vendor }: PrintedForm): Column[] {
  if (vendor === undefined) return []
  const more = [vendor.email, vendor.phone].filter((line) => line !== undefined)
  return [
    {
      width: '*',
      stack: [
        { text: messages.vendor, style: 'label' },
        { text: vendor.name, style: 'strong' },
        ...more.map((text) => ({ text })),
      ],
    },
  ]
}

function spaced(field: Pick<PrintedField, 'label' | 'text'>): Content {
  return { stack: labelled(field), margin: [0, 0, 0, 6] }
}

function labelled({ label, text }: Pick<PrintedField, 'label' | 'text'>): Content[] {
  return [{ text: label, style: 'label' }, { text }]
}
