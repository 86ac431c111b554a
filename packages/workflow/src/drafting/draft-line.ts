import { type DocumentCapability, decimalsOf, documentCapability } from '@fieldledger/accounting'
import { type MaterialRow, rowAmount } from '@fieldledger/forms'
import { takesLineTax } from '../connections/takes-line-tax.ts'
import type { Problem } from '../graph/problem.ts'
import { asOneAmount } from './as-one-amount.ts'
import type { DraftLine } from './document-draft.ts'
import type { CatalogueMaterial, CatalogueVendor, DraftInputs } from './draft-inputs.ts'
import { expenseAccount } from './expense-account.ts'
import { heldProblem } from './held-problem.ts'
import { inactiveAccount } from './inactive-account.ts'
import { newItem } from './new-item.ts'
import { newItemProblems } from './new-item-problems.ts'

interface LinePlace {
  inputs: DraftInputs
  vendor: CatalogueVendor | undefined
  line: number
}

export interface DraftedLine {
  line: DraftLine
  problems: Problem[]
  /** The material's name when its line goes as an expense because it is not linked. */
  asExpense?: string
}

/** One row of the material table as an item line or an expense line (S2-18 … S2-20, G-03). A line is never dropped. */
export function draftLine(row: MaterialRow, place: LinePlace): DraftedLine {
  const { inputs } = place
  const material = row.materialId === undefined ? undefined : inputs.materials.get(row.materialId)
  const amount = rowAmount(row, inputs.submission.currency)
  const base = {
    id: row.id,
    ...(row.materialId === undefined ? {} : { materialId: row.materialId }),
    description: row.description.trim() || material?.name || '',
    quantity: row.quantity,
    ...(row.unit === undefined ? {} : { unit: row.unit }),
    ...(row.unitPrice === undefined ? {} : { unitPrice: row.unitPrice }),
    ...(amount === undefined ? {} : { amount }),
    ...(takesLineTax(inputs.connection, inputs.request.documentKind)
      ? { taxRate: row.taxPercent ?? '0' }
      : {}),
  }
  const priced = priceProblems(row, place)
  const drafted = !takesItems(inputs)
    ? expenseLine(asOneAmount(base, inputs), { row, place })
    : material === undefined || isOrderedAsExpense(row, inputs)
      ? expenseLine(base, { row, place })
      : materialLine(base, { row, place, material })
  return { ...drafted, problems: [...priced, ...drafted.problems] }
}

/** What bills a line of an order stands in the same of the ledger's two lists as that line. */
function isOrderedAsExpense(row: MaterialRow, inputs: DraftInputs): boolean {
  return takes(inputs)?.linksOrders === true && inputs.order?.lines.get(row.id)?.kind === 'expense'
}

type LineBase = Omit<DraftLine, 'kind'>

function takes({ connection, request }: DraftInputs): DocumentCapability | undefined {
  return documentCapability(connection.capabilities, request.documentKind)
}

function takesItems(inputs: DraftInputs): boolean {
  return takes(inputs)?.lineKinds.includes('item') ?? true
}

function priceProblems(row: MaterialRow, { line, inputs }: LinePlace): Problem[] {
  if (row.unitPrice === undefined)
    return [
      heldProblem('price-missing', `Line ${line} has no unit price: enter it.`, {
        cure: 'set-price',
        params: { line, rowId: row.id },
      }),
    ]
  const allowed = inputs.connection.capabilities.unitPriceDecimals
  if (!takesItems(inputs) || decimalsOf(row.unitPrice) <= allowed) return []
  return [
    heldProblem(
      'unit-price-decimals',
      `The unit price of line ${line} has ${decimalsOf(row.unitPrice)} decimals, and ${inputs.connection.providerLabel} takes ${allowed}: shorten it.`,
      { cure: 'edit-form', params: { line, rowId: row.id, limit: allowed } },
    ),
  ]
}

function materialLine(
  base: LineBase,
  from: { row: MaterialRow; place: LinePlace; material: CatalogueMaterial },
): DraftedLine {
  const { row, place, material } = from
  const { inputs, line } = place
  const link = inputs.links.materials.get(material.id)
  const label = inputs.connection.providerLabel
  const params = {
    line,
    materialId: material.id,
    material: material.name,
    connectionId: inputs.connection.id,
  }
  if (link?.active === true) return { line: { ...base, kind: 'item', item: link.remote }, problems: [] }
  if (link !== undefined)
    return {
      line: { ...base, kind: 'item', item: link.remote },
      problems: [
        heldProblem(
          'item-inactive',
          `"${material.name}" (line ${line}) is inactive in ${label}: make it active there, or link another item.`,
          {
            cure: 'link-item',
            params,
          },
        ),
      ],
    }
  const { unlinkedItems } = inputs.request
  if (unlinkedItems.create) {
    const item = newItem(material, inputs)
    return {
      line: { ...base, kind: 'item', newItem: item },
      problems: newItemProblems(item, { connection: inputs.connection, params }),
    }
  }
  if (unlinkedItems.instead === 'expense-line')
    return { ...expenseLine(base, { row, place }), asExpense: base.description }
  return {
    line: { ...base, kind: 'item' },
    problems: [
      heldProblem(
        'item-not-linked',
        `"${material.name}" (line ${line}) is not linked with an item in ${label}: link it.`,
        {
          cure: 'link-item',
          params,
        },
      ),
    ],
  }
}

function expenseLine(base: LineBase, from: { row: MaterialRow; place: LinePlace }): DraftedLine {
  const retired = inactiveAccount(from.row, from.place)
  if (retired !== undefined)
    return {
      line: { ...base, kind: 'expense', account: retired.account, accountRule: 'line' },
      problems: [retired.problem],
    }
  const found = expenseAccount(from.row, from.place)
  if (found !== undefined) return { line: { ...base, kind: 'expense', ...found }, problems: [] }
  const { line, inputs } = from.place
  return {
    line: { ...base, kind: 'expense' },
    problems: [
      heldProblem(
        'account-missing',
        `No account was found for line ${line}: choose one on the line, or a default expense account under Connections, Mapping rules.`,
        { cure: 'choose-account', params: { line, rowId: from.row.id, connectionId: inputs.connection.id } },
      ),
    ],
  }
}
