import { DecimalText, Money } from '@fieldledger/accounting/money'
import type { Field } from '../fields/field.ts'
import type { FormContent } from '../form/form.ts'
import { limits } from '../submission/limits.ts'
import { FileReference, MaterialRow } from '../submission/values.ts'

export type JsonSchema = Record<string, unknown>

/**
 * The JSON Schema of a submission's values: property names are generated field ids, so no label or text of a user
 * ever enters it. Which fields are required depends on show-when and is checked after it.
 */
export function compileFormSchema(content: FormContent): JsonSchema {
  const fields = content.fields.filter(({ kind }) => kind !== 'section')
  return {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(fields.map((field) => [field.id, fieldSchema(field)])),
  }
}

function fieldSchema(field: Field): JsonSchema {
  switch (field.kind) {
    case 'text':
      return { type: 'string', maxLength: limits.text }
    case 'paragraph':
      return { type: 'string', maxLength: limits.paragraph }
    case 'number':
      return { ...plain(DecimalText) }
    case 'money':
      return { ...plain(Money) }
    case 'date':
      return { type: 'string', format: 'date' }
    case 'yes-no':
      return { type: 'boolean' }
    case 'choose':
      return {
        type: 'array',
        maxItems: 100,
        uniqueItems: true,
        items:
          field.source.from === 'options'
            ? { type: 'string', enum: field.source.options.map(({ id }) => id) }
            : { type: 'string', minLength: 1, maxLength: 64 },
      }
    case 'attachments':
      return { type: 'array', maxItems: field.maximum ?? limits.attachments, items: plain(FileReference) }
    case 'material-table':
      return { type: 'array', maxItems: limits.lines, items: plain(MaterialRow) }
    case 'section':
      return {}
  }
}

// TypeBox schemas carry non-enumerable marks that a serialised schema must not have.
function plain(schema: unknown): JsonSchema {
  return JSON.parse(JSON.stringify(schema)) as JsonSchema
}
