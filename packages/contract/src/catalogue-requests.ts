import { DecimalText } from '@fieldledger/accounting'
import { Type } from 'typebox'
import { mailAddresses, worded } from './worded-text.ts'

const closed = { additionalProperties: false }
const name = Type.String({ minLength: 1, maxLength: 300, pattern: '\\S' })
const id = Type.String({ minLength: 1, maxLength: 64 })
const text = (maxLength: number) => Type.Optional(Type.String({ maxLength }))
const currency = worded(Type.String({ pattern: '^[A-Z]{3}$' }), 'three capital letters, as USD')
const price = worded(DecimalText, 'a number with at most 6 decimals')

/** POST /vendors and PUT /vendors/:id: the whole record as edited; what is absent is cleared. */
export const VendorInput = Type.Object(
  {
    name,
    email: Type.Optional(mailAddresses),
    phone: text(50),
    currency: Type.Optional(currency),
    address: text(1000),
    city: text(255),
    region: text(255),
    postalCode: text(50),
    country: text(100),
    accountNumber: text(100),
    accountId: Type.Optional(id),
  },
  closed,
)
export type VendorInput = Type.Static<typeof VendorInput>

/** POST /materials and PUT /materials/:id */
export const MaterialInput = Type.Object(
  {
    name,
    sku: text(300),
    description: text(4000),
    unit: text(30),
    price: Type.Optional(price),
    freeOfCharge: Type.Optional(Type.Boolean()),
    vendorId: Type.Optional(id),
    accountId: Type.Optional(id),
  },
  closed,
)
export type MaterialInput = Type.Static<typeof MaterialInput>

/** POST /customers and PUT /customers/:id */
export const CustomerInput = Type.Object(
  { name, email: Type.Optional(mailAddresses), phone: text(50) },
  closed,
)
export type CustomerInput = Type.Static<typeof CustomerInput>

/** POST /projects and PUT /projects/:id */
export const ProjectInput = Type.Object({ name, code: text(30) }, closed)
export type ProjectInput = Type.Static<typeof ProjectInput>

/** POST /cost-codes and PUT /cost-codes/:id */
export const CostCodeInput = Type.Object({ name, code: Type.String({ minLength: 1, maxLength: 30 }) }, closed)
export type CostCodeInput = Type.Static<typeof CostCodeInput>

const role = Type.Union([
  Type.Literal('expense'),
  Type.Literal('cost-of-goods-sold'),
  Type.Literal('income'),
  Type.Literal('inventory-asset'),
  Type.Literal('payable'),
  Type.Literal('other'),
])

/** POST /accounts and PUT /accounts/:id */
export const AccountInput = Type.Object(
  {
    name,
    number: text(30),
    role: worded(role, `one of ${role.anyOf.map(({ const: value }) => value).join(', ')}`),
  },
  closed,
)
export type AccountInput = Type.Static<typeof AccountInput>

/** POST /vendors/:id/links (also materials, customers, projects, accounts). */
export const LinkRequest = Type.Object(
  { connectionId: id, remoteId: Type.String({ minLength: 1, maxLength: 100 }) },
  closed,
)
export type LinkRequest = Type.Static<typeof LinkRequest>

/** POST /vendors/:id/merge: everything that names this vendor means the other one from now on. */
export const MergeRequest = Type.Object({ into: id }, closed)
export type MergeRequest = Type.Static<typeof MergeRequest>

/** POST /vendors/:id/create-in-ledger: makes the vendor there, or takes the one of the same name, and links it. */
export const CreateInLedgerRequest = Type.Object({ connectionId: id }, closed)
export type CreateInLedgerRequest = Type.Static<typeof CreateInLedgerRequest>
