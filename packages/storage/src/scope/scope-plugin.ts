import type { Aggregate, Query, Schema } from 'mongoose'
import { namesCompany } from './names-company.ts'
import { UnscopedQuery } from './unscoped-query.ts'

const queries = [
  'countDocuments',
  'deleteMany',
  'deleteOne',
  'distinct',
  'find',
  'findOne',
  'findOneAndDelete',
  'findOneAndReplace',
  'findOneAndUpdate',
  'replaceOne',
  'updateMany',
  'updateOne',
] as const

interface BulkOperation {
  [name: string]: { filter?: unknown; document?: unknown } | undefined
}

/** Throws on every query, aggregate, insert and bulk write of a company-scoped model that names no company. */
export function scopePlugin(schema: Schema): void {
  schema.pre([...queries], function scopeQuery(this: Query<unknown, unknown>) {
    if (leaves(this.getOptions()) || namesCompany(this.getFilter())) return
    throw new UnscopedQuery({ model: this.model.modelName, operation: String(Reflect.get(this, 'op')) })
  })
  schema.pre('aggregate', function scopeAggregate(this: Aggregate<unknown>) {
    const [first] = this.pipeline()
    if (leaves(this.options) || (first !== undefined && '$match' in first && namesCompany(first.$match)))
      return
    throw new UnscopedQuery({ model: this.model().modelName, operation: 'aggregate' })
  })
  schema.pre('insertMany', function scopeInserts(documents: unknown) {
    if ((Array.isArray(documents) ? documents : [documents]).every(namesCompany)) return
    throw new UnscopedQuery({ model: this.modelName, operation: 'insertMany' })
  })
  schema.pre('bulkWrite', function scopeBulk(operations: unknown, options: unknown) {
    if (leaves(options) || (operations as BulkOperation[]).every(writesOneCompany)) return
    throw new UnscopedQuery({ model: this.modelName, operation: 'bulkWrite' })
  })
}

function writesOneCompany(operation: BulkOperation): boolean {
  return Object.values(operation).every((part) => namesCompany(part?.filter ?? part?.document))
}

function leaves(options: unknown): boolean {
  return typeof options === 'object' && options !== null && 'acrossCompanies' in options
}
