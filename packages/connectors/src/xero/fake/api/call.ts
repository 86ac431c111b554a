import type { Request } from 'express'
import { isObject, type JsonObject } from '../../../fake-service/json.ts'
import type { Books } from '../books/books.ts'
import type { Tenant } from '../books/tenant.ts'
import type { Parameters } from '../query/list-query.ts'
import { refuse } from '../refusals.ts'

/** One call to the API by somebody who may make it. */
export interface Call {
  books: Books
  tenant: Tenant
  request: Request
  requestKey: string | undefined
}

export function parametersOf(request: Request): Parameters {
  const texts = Object.entries(request.query).filter(([, value]) => typeof value === 'string')
  return Object.fromEntries(texts.map(([name, value]) => [name, String(value)]))
}

/** Two places unless the call says `unitdp=4`. */
export function unitPlacesOf(request: Request): 2 | 4 {
  return parametersOf(request).unitdp === '4' ? 4 : 2
}

export function bytesOf(request: Request): Buffer {
  return Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
}

export function jsonOf(request: Request): JsonObject {
  if (!request.is('application/json')) throw refuse.badJson('Content-Type is not application/json')
  try {
    const parsed: unknown = JSON.parse(bytesOf(request).toString('utf8'))
    if (isObject(parsed)) return parsed
  } catch {
    throw refuse.badJson('Unexpected character encountered while parsing value.')
  }
  throw refuse.badJson('An object was expected.')
}
