import { isObject, type JsonObject, listOf, textOf } from '../../../fake-service/json.ts'
import type { EntityKind } from '../entity-kinds.ts'
import { refuse } from '../fault-catalogue.ts'

type Limits = Readonly<Record<string, number>>

const transaction: Limits = { DocNumber: 21, PrivateNote: 4000, Memo: 4000 }
const named: Limits = { Name: 100 }

const limitsByKind: Readonly<Record<EntityKind, Limits>> = {
  Vendor: { DisplayName: 500, CompanyName: 100, PrintOnCheckName: 110, Notes: 1024, AcctNum: 100 },
  Customer: { DisplayName: 500, CompanyName: 100, PrintOnCheckName: 110, Notes: 2000 },
  Employee: {},
  Item: { Name: 100, Sku: 100, Description: 4000, PurchaseDesc: 4000 },
  Account: { Name: 100, AcctNum: 7, Description: 100 },
  Class: named,
  Department: named,
  Term: { Name: 31 },
  TaxCode: { Name: 10 },
  TaxRate: named,
  PurchaseOrder: transaction,
  BillPayment: transaction,
  Attachable: { FileName: 1000, Note: 2000 },
  Bill: transaction,
}

const lineDescription = 4000
/** IntuitBaseTypes.xsd `PhysicalAddress`: what the online product takes of each free line. */
const addressLine = 500

export function checkLengths(kind: EntityKind, input: JsonObject): void {
  for (const [property, limit] of Object.entries(limitsByKind[kind]))
    checkOne(property, { value: textOf(input[property]), limit })
  for (const at of ['ShipAddr', 'VendorAddr', 'BillAddr'])
    for (const [name, value] of Object.entries(isObject(input[at]) ? input[at] : {}))
      if (/^Line[1-5]$/.test(name)) checkOne(`${at}.${name}`, { value: textOf(value), limit: addressLine })
  for (const line of listOf(input.Line)) {
    checkOne('Line.Description', { value: textOf(line.Description), limit: lineDescription })
  }
}

function checkOne(property: string, text: { value: string | undefined; limit: number }): void {
  const supplied = text.value?.length ?? 0
  if (supplied > text.limit) throw refuse.badLength(property, { limit: text.limit, supplied })
}
