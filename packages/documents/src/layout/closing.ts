import type { PrintedApproval, PrintedForm } from '@fieldledger/forms'
import type { Column, Content, TableCell } from 'pdfmake/interfaces'
import { messages } from './messages.ts'
import { dateWords, moneyWords } from './words.ts'

/** Net, tax and total, never torn apart. */
export function totals({ submission }: PrintedForm): Content {
  const { net, tax, total } = submission.totals
  const rows: TableCell[][] = [
    ...(tax.minor === 0
      ? []
      : [
          sum({ label: messages.net, amount: moneyWords(net) }),
          sum({ label: messages.taxTotal, amount: moneyWords(tax) }),
        ]),
    sum({ label: messages.total, amount: moneyWords(total), style: 'grand' }),
  ]
  return {
    unbreakable: true,
    columns: [
      { width: '*', text: '' },
      { width: 'auto', layout: 'noBorders', table: { widths: [70, 110], body: rows } },
    ],
    margin: [0, 0, 0, 16],
  }
}

function sum({
  label,
  amount,
  style = 'strong',
}: {
  label: string
  amount: string
  style?: string
}): TableCell[] {
  return [
    { text: label, style },
    { text: amount, style, alignment: 'right' },
  ]
}

/** Who decided, and when; or the line that somebody signs on. */
export function approvals({ approvals: given, company }: PrintedForm): Content {
  if (given.length === 0) return signature()
  return {
    unbreakable: given.length < 12,
    stack: [
      { text: messages.approvals, style: 'strong', margin: [0, 0, 0, 4] },
      ...given.map((one) => decided(one, company.timeZone)),
    ],
  }
}

function decided({ choice, by, at, note }: PrintedApproval, zone: string): Content {
  const said = note === undefined || note === '' ? '' : `\n“${note}”`
  return {
    margin: [0, 0, 0, 4],
    columns: [
      {
        width: '*',
        text: [`${messages.decided[choice]} `, { text: by, bold: true }, { text: said, italics: true }],
      },
      { width: 'auto', text: dateWords(at, zone) },
    ],
  }
}

/** Made anew each time: the printer writes its places into what it is given. */
function signature(): Content {
  return {
    unbreakable: true,
    margin: [0, 28, 0, 0],
    columns: [ruled(messages.signature, 230), ruled(messages.date, 'auto')],
  }
}

function ruled(label: string, width: number | 'auto'): Column {
  return {
    width,
    stack: [
      { canvas: [{ type: 'line', x1: 0, y1: 0, x2: 200, y2: 0, lineWidth: 0.6, lineColor: '#5f6b76' }] },
      { text: label, style: 'label', margin: [0, 3, 0, 0] },
    ],
  }
}
