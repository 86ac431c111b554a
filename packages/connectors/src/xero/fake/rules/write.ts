import { randomUUID } from 'node:crypto'
import type { JsonObject } from '../../../fake-service/json.ts'
import { textOf } from '../../../fake-service/json.ts'
import type { Change } from '../books/record.ts'
import type { Tenant } from '../books/tenant.ts'
import { type ElementKind, elementKinds } from '../element-kinds.ts'
import { settleContactCard } from './contact-rules.ts'
import type { Draft } from './draft.ts'
import { settleInvoice } from './invoice-rules.ts'
import { settleItemCard } from './item-rules.ts'
import { checkLengths } from './lengths.ts'
import { settlePayment } from './payment-rules.ts'
import { settlePurchaseOrder } from './purchase-order-rules.ts'
import { settleRepeatingInvoice } from './repeating-invoice-rules.ts'
import { settleCurrencyCard, settleTrackingCategory } from './tracking-rules.ts'

const rulesOf: Partial<Record<ElementKind, (draft: Draft) => JsonObject>> = {
  Contact: settleContactCard,
  Item: settleItemCard,
  TrackingCategory: settleTrackingCategory,
  Currency: settleCurrencyCard,
  PurchaseOrder: settlePurchaseOrder,
  Invoice: settleInvoice,
  RepeatingInvoice: settleRepeatingInvoice,
  Payment: settlePayment,
}

export interface Write {
  tenant: Tenant
  kind: ElementKind
  input: JsonObject
  /** PUT creates only; POST creates, or updates by the element's own id. */
  mayUpdate: boolean
  unitPlaces: 2 | 4
  at: string
}

export interface Verdict {
  /** The asked change first, its consequences after it. */
  changes: [Change, ...Change[]]
  problems: string[]
  warnings: string[]
}

/** Judges one element by the ledger's rules: the changes that it amounts to, and what is wrong with it. */
export function judgeWrite({ tenant, kind, input, mayUpdate, unitPlaces, at }: Write): Verdict {
  const { id: idName } = elementKinds[kind]
  const wanted = kind === 'Currency' ? undefined : textOf(input[idName])
  const before = wanted === undefined || !mayUpdate ? undefined : tenant.find(kind, wanted)
  const draft: Draft = {
    tenant,
    kind,
    input,
    at,
    unitPlaces,
    problems: [],
    consequences: [],
    warnings: [],
    ...(before && { before }),
  }
  if (wanted !== undefined && !before)
    draft.problems.push('The document with the supplied id was not found for this endpoint.')
  checkLengths(draft)
  const body = rulesOf[kind]?.(draft) ?? input
  const element = {
    ...withoutEmpty(body),
    ...(kind !== 'Currency' && { [idName]: textOf(before?.[idName]) ?? randomUUID() }),
    ...(kind !== 'Currency' && { UpdatedDateUTC: at }),
  }
  const changed = before ? changedProperties(before, element) : []
  return {
    changes: [{ kind, operation: before ? 'update' : 'create', element, changed }, ...draft.consequences],
    problems: draft.problems,
    warnings: draft.warnings,
  }
}

function withoutEmpty(body: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null))
}

function changedProperties(before: JsonObject, after: JsonObject): string[] {
  return Object.keys(after).filter(
    (name) => name !== 'UpdatedDateUTC' && JSON.stringify(after[name]) !== JSON.stringify(before[name]),
  )
}
