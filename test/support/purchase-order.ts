import { v7 } from 'uuid'
import { orderFields } from '../../apps/local/src/practice/practice-forms.ts'
import type { HttpSession } from './http-session.ts'

export interface Named {
  id: string
  name: string
  price?: string
  unit?: string
}

/** A record of the catalogue by its name. */
export async function findNamed(
  session: HttpSession,
  { list, name }: { list: 'vendors' | 'materials' | 'projects' | 'cost-codes'; name: string },
): Promise<Named> {
  const { rows } = await session.get<{ rows: Named[] }>(`/${list}?q=${encodeURIComponent(name)}`)
  const found = rows.find((row) => row.name === name)
  if (found === undefined) throw new NotInCatalogue(name)
  return found
}

export interface OrderRequest {
  id: string
  formVersion: number
  values: Record<string, unknown>
}

/** A valid order of one material and one free line; `quantity` tells orders apart. */
export function orderRequest(order: {
  formVersion: number
  vendorId: string
  materialId: string
  quantity: number
  memo?: string
}): OrderRequest {
  return {
    id: v7(),
    formVersion: order.formVersion,
    values: orderValues(order),
  }
}

export function orderValues(order: {
  vendorId: string
  materialId: string
  quantity: number
  memo?: string
}): Record<string, unknown> {
  return {
    [orderFields.vendor]: [order.vendorId],
    [orderFields.date]: '2026-11-02',
    [orderFields.dueDate]: '2026-11-16',
    [orderFields.materials]: [
      {
        id: 'r1',
        materialId: order.materialId,
        description: 'Material for the site',
        quantity: String(order.quantity),
        unitPrice: '4.25',
      },
      { id: 'r2', description: 'Delivery to the gate', quantity: '1', unitPrice: '30' },
    ],
    [orderFields.memo]: order.memo ?? 'Before seven.',
  }
}

/** Net total of `orderValues` in units of the currency, as the ledger shows it. */
export function orderTotal(quantity: number): number {
  return (quantity * 425 + 3000) / 100
}

class NotInCatalogue extends Error {
  readonly code = 'not-in-catalogue'
  readonly retryable = false

  constructor(name: string) {
    super(`The catalogue has no ${name}: look at what was imported.`)
    this.name = 'NotInCatalogue'
  }
}
