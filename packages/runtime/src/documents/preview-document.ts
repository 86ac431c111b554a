import {
  type AccountRule,
  type DocumentCapability,
  documentCapability,
  lineThere,
  type Money,
  type RemoteReference,
} from '@fieldledger/accounting'
import {
  companyScope,
  type DocumentDraft,
  type FieldMapping,
  type Problem,
  type UnlinkedItems,
} from '@fieldledger/workflow'
import type { UseCase } from '../use-case.ts'
import { allProblems } from './all-problems.ts'
import { draftedParts } from './drafted-parts.ts'
import type { LoadDraft } from './load-draft.ts'
import { sendingRequest } from './sending-request.ts'

export interface PreviewDocument extends UseCase, Pick<LoadDraft, 'asked'> {
  submissionId: string
  connectionId: string
  mapping?: FieldMapping
  unlinkedItems?: UnlinkedItems
}

/** The contract's DocumentPreview. */
export interface Preview {
  documentLabel: string
  number: string
  vendor: { name: string; linked: boolean } | null
  date: string | null
  dueDate: string | null
  terms: string | null
  employee: string | null
  memo: string | null
  shipTo: string | null
  class: string | null
  tracking: string[]
  project: string | null
  lines: {
    id: string
    kind: 'item' | 'expense'
    item?: RemoteReference
    itemToCreate?: boolean
    account?: RemoteReference
    accountRule?: AccountRule
    taxCode?: RemoteReference
    description: string
    quantity: string
    unitPrice: string
    amount: Money | null
  }[]
  net: Money
  total: Money
  formNet: Money
  formTotal: Money
  notes: string[]
  problems: Problem[]
}

/** The document as that ledger will show it, before sending: drafted by the same code that sends. */
export async function previewDocument(input: PreviewDocument): Promise<Preview> {
  const { runtime, companyId, asked, ...place } = input
  const scope = companyScope(companyId)
  const { submission, connection, request } = await sendingRequest({ runtime, scope, ...place })
  const drafted = await draftedParts({ runtime, scope, submission, request, connection, asked, look: true })
  const { first: draft, others } = drafted
  const { totals } = drafted.submission
  const can = documentCapability(connection.capabilities, request.documentKind)
  return {
    documentLabel: draft.documentLabel,
    number: draft.number,
    vendor: draft.vendor === undefined ? null : { name: draft.vendor.name, linked: draft.vendor.linked },
    date: draft.date,
    ...keptThere(draft, can),
    lines: draft.lines.map((line) => previewLine(line, can)),
    net: draft.net,
    total: draft.total,
    formNet: totals.net,
    formTotal: totals.total,
    notes: [...otherOrders(draft, others), ...draft.notes],
    problems: allProblems([draft, ...others]),
  }
}

/** Which other documents the form becomes, when its lines name several vendors (G-02). */
function otherOrders(shown: DocumentDraft, others: readonly DocumentDraft[]): string[] {
  if (others.length === 0) return []
  const named = [shown, ...others].map(
    ({ vendor }) => vendor?.name ?? 'a vendor that is not in the catalogue',
  )
  return [
    `When it is approved and sent, this form becomes ${named.length} orders with numbers of their own: ${named.join(', ')}. Shown is the one for ${named[0]}.`,
  ]
}

/** What the ledger has no place for is not sent, so it is not shown. */
function keptThere(
  { dueDate, terms, employee, memo, backLink, shipTo, lines: [first] }: DocumentDraft,
  can: DocumentCapability | undefined,
): Pick<Preview, 'dueDate' | 'terms' | 'employee' | 'memo' | 'shipTo' | 'class' | 'tracking' | 'project'> {
  const kept = (target: string, value: string | undefined) =>
    can?.lacks?.includes(target) === true ? null : (value ?? null)
  return {
    dueDate: kept('dueDate', dueDate),
    terms: kept('terms', terms?.name),
    employee: kept('employee', employee?.name),
    memo: kept('memo', memo ?? backLink),
    shipTo: kept('shipTo', shipTo),
    class: kept('class', first?.class?.name),
    tracking: (first?.tracking ?? []).map(({ id, name = id }) => name),
    project: kept('project', first?.project?.name),
  }
}

function previewLine(
  line: DocumentDraft['lines'][number],
  can: DocumentCapability | undefined,
): Preview['lines'][number] {
  const { description, quantity = '', unitPrice = '' } = lineThere(line, can)
  return {
    id: line.id,
    kind: line.kind,
    ...(line.item === undefined ? {} : { item: line.item }),
    ...(line.newItem === undefined ? {} : { itemToCreate: true, item: { id: '', name: line.newItem.name } }),
    ...(line.account === undefined ? {} : { account: line.account }),
    ...(line.accountRule === undefined ? {} : { accountRule: line.accountRule }),
    ...(line.taxCode === undefined ? {} : { taxCode: line.taxCode }),
    description,
    quantity,
    unitPrice,
    amount: line.amount ?? null,
  }
}
