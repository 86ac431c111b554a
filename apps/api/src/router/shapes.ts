import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'
import type { TSchema } from 'typebox'
import { BadRequest } from '../refusals.ts'

const settings = { allErrors: false, strict: false, allowUnionTypes: true } as const
const bodies = new Ajv(settings)
/** Texts of an address become the numbers and booleans that the schema asks for. */
const queries = new Ajv({ ...settings, coerceTypes: true, useDefaults: true })
for (const ajv of [bodies, queries]) addFormats.default(ajv, ['uuid', 'date', 'date-time', 'email'])

export function bodyCheck(schema: TSchema): (value: unknown) => unknown {
  return checkBy(() => bodies.compile(schema))
}

/** Unknown names in a query are refused; `company` is the router's own. */
export function queryCheck(schema: TSchema): (value: unknown) => unknown {
  return checkBy(() => queries.compile({ ...schema, additionalProperties: false }))
}

/** Compiled for the first value: all shapes at once would be half the time in which a server comes up. */
function checkBy(compile: () => ValidateFunction): (value: unknown) => unknown {
  let validate: ValidateFunction | undefined
  return (value) => {
    validate ??= compile()
    if (validate(value)) return value
    throw new BadRequest((validate.errors ?? []).map(placed))
  }
}

function placed({ instancePath, keyword, message, params }: ErrorObject) {
  const extra = keyword === 'additionalProperties' ? String(params.additionalProperty) : undefined
  const path = extra === undefined ? instancePath : `${instancePath}/${extra}`
  const what = extra === undefined ? (message ?? 'does not fit') : 'is not known here'
  return { path, code: keyword, message: `"${path || '/'}" ${what}` }
}
