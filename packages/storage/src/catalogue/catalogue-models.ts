import type { CatalogueKind, CatalogueRecord, LinkRecord } from '@fieldledger/catalogue'
import { type Connection, type Model, Schema, type SchemaDefinition } from 'mongoose'
import type { Stored } from '../runtime/record.ts'
import { companySchema } from '../scope/company-schema.ts'
import { modelOn } from '../scope/model-on.ts'

/** What a record is found by; never leaves the storage. */
export interface SearchKeys {
  nameKey: string
  words: string[]
  pieces: string[]
}

export type StoredCatalogueRecord = Stored<CatalogueRecord> & SearchKeys

export interface CatalogueModels {
  lists: Record<CatalogueKind, Model<StoredCatalogueRecord>>
  links: Model<Stored<LinkRecord>>
}

const own: Record<CatalogueKind, { collection: string; model: string; fields: SchemaDefinition }> = {
  vendor: {
    collection: 'vendors',
    model: 'Vendor',
    fields: {
      email: String,
      phone: String,
      currency: String,
      address: String,
      city: String,
      region: String,
      postalCode: String,
      country: String,
      accountNumber: String,
      accountId: String,
      paymentTerms: Schema.Types.Mixed,
      state: String,
      proposedBy: String,
      mergedInto: String,
    },
  },
  material: {
    collection: 'materials',
    model: 'Material',
    fields: {
      sku: String,
      description: String,
      unit: String,
      price: String,
      freeOfCharge: Boolean,
      vendorId: String,
      accountId: String,
    },
  },
  customer: { collection: 'customers', model: 'Customer', fields: { email: String, phone: String } },
  project: { collection: 'projects', model: 'Project', fields: { code: String } },
  'cost-code': { collection: 'costCodes', model: 'CostCode', fields: { code: String } },
  account: { collection: 'accounts', model: 'Account', fields: { number: String, role: String } },
}

export function defineCatalogueModels(connection: Connection): CatalogueModels {
  const list = (kind: CatalogueKind) => modelOn(connection, own[kind].model, () => listSchema(kind))
  return {
    lists: {
      vendor: list('vendor'),
      material: list('material'),
      customer: list('customer'),
      project: list('project'),
      'cost-code': list('cost-code'),
      account: list('account'),
    },
    links: modelOn(connection, 'Link', linkSchema),
  }
}

function listSchema(kind: CatalogueKind) {
  return companySchema<StoredCatalogueRecord>({
    collection: own[kind].collection,
    fields: {
      name: String,
      archived: Boolean,
      createdAt: Date,
      updatedAt: Date,
      nameKey: String,
      words: [String],
      pieces: [String],
      ...own[kind].fields,
    },
    indexes: [
      [{ companyId: 1, archived: 1, nameKey: 1, _id: 1 }],
      [{ companyId: 1, words: 1 }],
      [{ companyId: 1, pieces: 1 }],
    ],
  })
}

/** One of ours has one pair in a ledger company's books, and one of theirs one of ours. */
function linkSchema() {
  return companySchema<Stored<LinkRecord>>({
    collection: 'links',
    fields: {
      ledger: String,
      kind: String,
      ourId: String,
      remote: Schema.Types.Mixed,
      active: Boolean,
      origin: String,
      linkedAt: Date,
      seen: Schema.Types.Mixed,
      kept: Schema.Types.Mixed,
      owed: Schema.Types.Mixed,
      conflicts: Schema.Types.Mixed,
    },
    indexes: [
      [
        { companyId: 1, ledger: 1, kind: 1, ourId: 1 },
        { unique: true, name: 'one-pair-of-ours' },
      ],
      [
        { companyId: 1, ledger: 1, kind: 1, 'remote.id': 1 },
        { unique: true, name: 'one-pair-of-theirs' },
      ],
      [{ companyId: 1, kind: 1, ourId: 1 }],
      [
        { companyId: 1, 'conflicts.field': 1 },
        { partialFilterExpression: { 'conflicts.field': { $exists: true } } },
      ],
      [{ 'owed.since': 1 }, { partialFilterExpression: { 'owed.since': { $exists: true } } }],
    ],
  })
}
