import {
  documentCapability,
  type LedgerDocument,
  type Money,
  type RemoteReference,
  sumMoney,
} from '@fieldledger/accounting'
import type { MaterialRow } from '@fieldledger/forms'
import type { Problem } from '../graph/problem.ts'
import { preflight } from '../preflight/preflight.ts'
import { roundToPaper } from '../preflight/round-to-paper.ts'
import { textProblems } from '../preflight/text-problems.ts'
import type { DocumentDraft, DraftLine } from './document-draft.ts'
import { documentNumber } from './document-number.ts'
import { draftBackLink } from './draft-back-link.ts'
import { draftBeside } from './draft-beside.ts'
import { draftEmployee } from './draft-employee.ts'
import type { DraftInputs } from './draft-inputs.ts'
import { draftLine } from './draft-line.ts'
import { draftReceivedLine, isOfOrder, orderProblems, receivedRows } from './draft-receipt.ts'
import { draftReferences } from './draft-references.ts'
import { type DraftedTax, draftTax } from './draft-tax.ts'
import { draftTerms } from './draft-terms.ts'
import { draftVendor } from './draft-vendor.ts'
import { dueByTerms } from './due-by-terms.ts'
import { filesThatStay } from './files-that-stay.ts'
import { lineTaxCodes } from './line-tax-codes.ts'
import { retiredAccounts } from './retired-accounts.ts'

/**
 * A submission as the ledger's document: the preview shows the draft, the preflight holds it while it has problems of
 * severity error, the sender takes `document`. Pure, so that all three always agree.
 */
export function draftDocument(inputs: DraftInputs): DocumentDraft {
  const { submission, request, connection } = inputs
  const vendor = draftVendor(inputs)
  const written = readHeader(inputs)
  const { note: dueNote, ...due } = dueByTerms(inputs, { header: written, vendor: vendor.vendor })
  const header: Header = { ...written, ...due }
  const { notes: termNotes, problems: termProblems, ...terms } = draftTerms(inputs, header)
  const { problems: employeeProblems, ...employee } = draftEmployee(inputs)
  const references = draftReferences(inputs)
  const rows = rowsOf(inputs)
  const drafted = rows.map((row, position) =>
    isOfOrder(inputs)
      ? draftReceivedLine(row, { inputs, line: position + 1 })
      : draftLine(row, { inputs, vendor: vendor.vendor, line: position + 1 }),
  )
  const tax = draftTax(inputs, { lines: drafted.map(({ line }) => line), rows })
  const before = tax.lines
  const rounded = roundToPaper(inputs, sumMoney([netOf(before, submission), tax.onTop], submission.currency))
  const roundedBy =
    tax.taxing === 'by-lines'
      ? lineTaxCodes(inputs, { lines: rounded.lines, behind: before.length })
      : undefined
  // Tax and rounding are a cost of the same job, under the same marks.
  const lines = [...before, ...(roundedBy ?? rounded).lines].map((line) => ({
    ...line,
    ...references.onLines,
  }))
  const net = netOf(lines, submission)
  const total = sumMoney([net, tax.onTop], submission.currency)
  const problems = preflight(inputs, {
    total,
    header,
    lines: rows.length,
    vendor: [...vendor.problems, ...orderProblems(inputs, vendor.remote)],
    references: [...references.problems, ...termProblems, ...employeeProblems],
    onLines: drafted.flatMap((line) => line.problems),
    texts: textProblems(inputs, { ...header, lines }),
    tax: tax.problems,
    rounding: [...rounded.problems, ...(roundedBy?.problems ?? [])],
    accounts: retiredAccounts(inputs, { lines, rows }),
  })
  const draft: DocumentDraft = {
    documentLabel:
      documentCapability(connection.capabilities, request.documentKind)?.label ?? request.documentKind,
    ...header,
    ...terms,
    ...employee,
    ...draftBackLink(inputs),
    ...(vendor.vendor === undefined
      ? {}
      : { vendor: { id: vendor.vendor.id, name: vendor.vendor.name, linked: vendor.remote !== undefined } }),
    lines,
    net,
    total,
    notes: [
      ...(dueNote === undefined ? [] : [dueNote]),
      ...termNotes,
      ...draftBeside(inputs, { ...header, lines }).told,
      ...tax.notes,
      ...rounded.notes,
      ...filesThatStay(inputs),
    ],
    problems,
    newItems: uniqueNewItems(lines),
    linesAsExpense: drafted.flatMap(({ asExpense }) => (asExpense === undefined ? [] : [asExpense])),
  }
  const document =
    vendor.remote === undefined ? undefined : finished(draft, { vendor: vendor.remote, inputs, tax })
  return document === undefined ? draft : { ...draft, document }
}

function netOf(lines: readonly DraftLine[], { currency }: DraftInputs['submission']): Money {
  return sumMoney(
    lines.flatMap(({ amount }) => (amount === undefined ? [] : [amount])),
    currency,
  )
}

function rowsOf(inputs: DraftInputs): MaterialRow[] {
  const { submission, request } = inputs
  const { materials } = request.mapping
  const rows = (materials === undefined ? [] : (submission.values[materials] ?? [])) as MaterialRow[]
  return isOfOrder(inputs) ? receivedRows(rows) : rows
}

interface Header {
  number: string
  date: string
  dueDate?: string
  memo?: string
  shipTo?: string
}

function readHeader(inputs: DraftInputs): Header {
  const { submission, request, submittedOn } = inputs
  const text = (source: string | undefined) => {
    const value = source === undefined ? undefined : submission.values[source]
    return typeof value === 'string' && value.trim() !== '' ? value : undefined
  }
  const optional = {
    dueDate: text(request.mapping.dueDate),
    memo: text(request.mapping.memo),
    shipTo: text(request.mapping.shipTo),
  }
  const given = Object.entries(optional).filter(([, value]) => value !== undefined)
  return {
    number: documentNumber(inputs).number,
    date: text(request.mapping.date) ?? submittedOn,
    ...Object.fromEntries(given),
  }
}

// Two lines with the same material make one item.
function uniqueNewItems(lines: readonly DraftLine[]): DocumentDraft['newItems'] {
  const byMaterial = new Map<string, DocumentDraft['newItems'][number]>()
  for (const { materialId, newItem } of lines)
    if (materialId !== undefined && newItem !== undefined)
      byMaterial.set(materialId, { materialId, item: newItem })
  return [...byMaterial.values()]
}

function finished(
  draft: DocumentDraft & Header,
  from: { vendor: RemoteReference; inputs: DraftInputs; tax: DraftedTax },
): LedgerDocument | undefined {
  if (draft.newItems.length > 0 || draft.problems.some(isError)) return undefined
  const orderLines = orderLinesFor(from)
  // It is due nowhere, and has arrived where it was shipped to.
  const arrived = isOfOrder(from.inputs)
  const beside = draftBeside(from.inputs, draft)
  const lines = draft.lines.flatMap(({ materialId: _ours, newItem: _made, ...line }) =>
    line.amount === undefined || line.unitPrice === undefined
      ? []
      : [{ ...line, amount: line.amount, unitPrice: line.unitPrice, ...orderLines(line) }],
  )
  return {
    kind: from.inputs.request.documentKind,
    number: draft.number,
    party: { ...from.vendor, name: draft.vendor?.name ?? from.vendor.name ?? '' },
    date: draft.date,
    ...(draft.dueDate === undefined || arrived ? {} : { dueDate: draft.dueDate }),
    ...(draft.terms === undefined ? {} : { terms: draft.terms }),
    ...(draft.employee === undefined ? {} : { employee: draft.employee }),
    currency: from.inputs.submission.currency,
    ...beside.said,
    ...(draft.backLink === undefined ? {} : { backLink: draft.backLink }),
    ...(draft.shipTo === undefined || arrived ? {} : { shipTo: draft.shipTo }),
    ...firstStatusOf(from.inputs),
    ...(from.tax.taxing === undefined ? {} : { taxing: from.tax.taxing }),
    lines,
    net: draft.net,
    total: sumMoney([draft.net, from.tax.onTop], draft.net.currency),
  }
}

/** A bill of another vendor than the order's is not linked to it. */
function orderLinesFor(from: { vendor: RemoteReference; inputs: DraftInputs }) {
  const { connection, request, order } = from.inputs
  const there = documentCapability(connection.capabilities, request.documentKind)
  const isLinked = there?.linksOrders === true && order?.vendorId === from.vendor.id
  return ({ id, kind }: Pick<DraftLine, 'id' | 'kind'>) => {
    const there = isLinked ? order.lines.get(id) : undefined
    return there?.kind !== kind ? {} : { orderLine: { order: there.order, line: there.line } }
  }
}

/** G-04: only where the ledger has several, and somebody chose another one than the usual. */
function firstStatusOf({ connection, request }: DraftInputs): Pick<LedgerDocument, 'firstStatus'> {
  const { firstStatus } = documentCapability(connection.capabilities, request.documentKind) ?? {}
  const chosen = connection.rules.firstStatus?.[request.documentKind]
  const isOther = chosen !== undefined && chosen !== firstStatus?.usual
  return isOther && firstStatus?.choices.includes(chosen) ? { firstStatus: chosen } : {}
}

function isError({ severity }: Problem): boolean {
  return severity === 'error'
}
