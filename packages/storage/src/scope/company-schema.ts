import { type IndexDefinition, type IndexOptions, Schema, type SchemaDefinition } from 'mongoose'
import { scopePlugin } from './scope-plugin.ts'

export interface SchemaParts {
  collection: string
  fields: SchemaDefinition
  indexes?: readonly (readonly [IndexDefinition, IndexOptions?])[]
}

/** A schema of company data: `_id` is our own UUIDv7 string, every query of it must name its company. */
export function companySchema<Row extends { _id: string; companyId: string }>(
  parts: SchemaParts,
): Schema<Row> {
  const schema = plainSchema<Row>({
    ...parts,
    fields: { companyId: { type: String, required: true }, ...parts.fields },
  })
  scopePlugin(schema as unknown as Schema)
  return schema
}

/** A schema of data that belongs to no single company: workers, users' global records. */
export function plainSchema<Row extends { _id: string }>(parts: SchemaParts): Schema<Row> {
  const schema = new Schema(
    { _id: { type: String, required: true }, ...parts.fields },
    // Indexes are made by `migrate`; `minimize` would drop empty objects, `strict: 'throw'` refuses unknown fields.
    {
      collection: parts.collection,
      versionKey: false,
      minimize: false,
      autoIndex: false,
      autoCreate: false,
      strict: 'throw',
      id: false,
    },
  )
  for (const [fields, options] of parts.indexes ?? []) schema.index(fields, options)
  return schema as unknown as Schema<Row>
}
