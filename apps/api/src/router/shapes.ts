import { ruleInWords, unfitText } from '@fieldledger/contract'
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'
import type { TSchema } from 'typebox'
import { BadRequest } from '../refusals.ts'

/** Verbose, so that an error knows the words of its schema. */
const settings = { allErrors: false, strict: false, allowUnionTypes: true, verbose: true } as const
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
    throw new BadRequest(inWords(validate.errors ?? []).map(placed))
  }
}

/** Of a choice between several values the whole says what may be chosen, not each value that it was not. */
function inWords(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const last = errors.at(-1)
  return last !== undefined && wordsOf(last) !== undefined ? [last] : errors
}

function wordsOf({ parentSchema = {}, data }: ErrorObject): string | undefined {
  const rule: unknown = Reflect.get(parentSchema, ruleInWords)
  if (typeof data === 'string') {
    const unfit = unfitText(parentSchema, data)
    if (unfit !== undefined) return unfit
  }
  return typeof rule === 'string' ? `must be ${rule}` : undefined
}

function placed(error: ErrorObject) {
  const { instancePath, keyword, params } = error
  const message = wordsOf(error) ?? error.message
  const extra = keyword === 'additionalProperties' ? String(params.additionalProperty) : undefined
  const path = extra === undefined ? instancePath : `${instancePath}/${extra}`
  const what = extra === undefined ? (message ?? 'does not fit') : 'is not known here'
  return { path, code: keyword, message: `"${path || '/'}" ${what}` }
}
