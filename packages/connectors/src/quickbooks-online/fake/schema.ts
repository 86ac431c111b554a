import { Ajv, type ErrorObject } from 'ajv'
import published from '../../../../../test/fixtures/quickbooks-online/qbo-v3.schema.json' with {
  type: 'json',
}
import { isObject, type JsonObject } from '../../fake-service/json.ts'
import type { EntityKind } from './entity-kinds.ts'
import { refuse } from './fault-catalogue.ts'

const ajv = new Ajv({ strict: false, strictNumbers: true }).addSchema(published)

/** Refuses what Intuit's published schema does not know, with the property named (2010). */
export function checkAgainstSchema(kind: EntityKind, body: JsonObject): void {
  const validate = ajv.getSchema(`qbo-v3#/definitions/${kind}`)
  if (!validate || validate(body)) return
  throw refuse.badProperty(offendingProperty(validate.errors?.[0]))
}

function offendingProperty(error: ErrorObject | undefined): string {
  if (!error) return 'unknown'
  const path = error.instancePath.split('/').filter((part) => part !== '' && !/^\d+$/.test(part))
  const extra: unknown = error.params.additionalProperty ?? error.params.missingProperty
  return [...path, ...(typeof extra === 'string' ? [extra] : [])].join('.') || 'unknown'
}

/** Property names that a query may name. Kinds that Intuit's schema leaves out are close to Vendor. */
export function schemaProperties(kind: EntityKind): readonly string[] {
  const definitions: unknown = published.definitions
  if (!isObject(definitions)) return []
  const definition = definitions[kind] ?? definitions.Vendor
  return isObject(definition) && isObject(definition.properties) ? Object.keys(definition.properties) : []
}
