import { Ajv, type ErrorObject } from 'ajv'
import addFormats from 'ajv-formats'
import published from '../../../../../test/fixtures/xero/xero_accounting.min.json' with { type: 'json' }
import { isObject, type JsonObject } from '../../fake-service/json.ts'
import { refuse } from './refusals.ts'

const ajv = new Ajv({ strict: false, strictNumbers: true, allErrors: true })
addFormats.default(ajv)
ajv.addSchema(published, 'xero-accounting')

/** Refuses a body that Xero's own OpenAPI document does not allow: wrong types, wrong words, too long. */
export function checkAgainstSchema(envelope: string, body: JsonObject): void {
  const validate = ajv.getSchema(`xero-accounting#/components/schemas/${envelope}`)
  if (!validate || validate(body)) return
  const error = validate.errors?.find(({ keyword }) => keyword !== 'maxLength' && keyword !== 'required')
  // Lengths and what is missing are judged element by element, by the rules.
  if (error) throw refuse.badJson(describe(error))
}

function describe(error: ErrorObject): string {
  const path = error.instancePath
    .slice(1)
    .replaceAll(/\/(\d+)/g, '[$1]')
    .replaceAll('/', '.')
  const allowed: unknown = error.params.allowedValues
  const words = Array.isArray(allowed) && allowed.length < 20 ? ` Allowed: ${allowed.join(', ')}.` : ''
  return `Error converting value. ${error.message ?? ''}.${words} Path '${path}'`
}

export interface LengthLimit {
  property: string
  limit: number
}

/** The lengths that the document gives for the properties of one schema. */
export function lengthLimits(schema: string): LengthLimit[] {
  const schemas: unknown = published.components.schemas
  const definition = isObject(schemas) ? schemas[schema] : undefined
  const properties = isObject(definition) && isObject(definition.properties) ? definition.properties : {}
  return Object.entries(properties).flatMap(([property, type]) =>
    isObject(type) && typeof type.maxLength === 'number' ? [{ property, limit: type.maxLength }] : [],
  )
}
