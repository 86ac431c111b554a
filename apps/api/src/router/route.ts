import type { Permission } from '@fieldledger/contract'
import type { Hint } from '@fieldledger/runtime'
import type { CompanyScope, Role } from '@fieldledger/workflow'
import type { Request, Response } from 'express'
import type { Static, TSchema } from 'typebox'
import type { Company } from '../services.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
/** public = no session · signed-in = no company · otherwise the role in the company must hold this permission. */
export type Policy = 'public' | 'signed-in' | Permission

/** Somebody by session, or by a key that acts for whoever made it. */
export interface SignedIn {
  id: string
  name: string
  email: string
  sessionId: string
  key?: { name: string; companyId: string; permissions: readonly string[] }
}

/** Who asks, in the company that is asked for. */
export interface CompanyPerson {
  id: string
  name: string
  email: string
  role: Role
  projectIds: readonly string[]
  /** Of the API key that asks: never more than the role, mostly less. */
  limitedTo?: readonly string[]
}

/** What the audit says beside who, what and when; the router writes the row. */
export interface AuditNote {
  record?: string
  before?: unknown
  after?: unknown
  /** A preview: nobody will ask who did it. */
  changesNothing?: boolean
}

export interface PublicCall<Params, Query, Body> {
  params: Params
  query: Query
  body: Body
  request: Request
  /** For routes that write their answer themselves. */
  reply: Response
}

export interface SignedInCall<Params, Query, Body> extends PublicCall<Params, Query, Body> {
  user: SignedIn
}

export interface CompanyCall<Params, Query, Body> extends SignedInCall<Params, Query, Body> {
  scope: CompanyScope
  company: Company
  person: CompanyPerson
  audit(note: AuditNote): void
}

export type CallOf<Access extends Policy, Params, Query, Body> = Access extends 'public'
  ? PublicCall<Params, Query, Body>
  : Access extends 'signed-in'
    ? SignedInCall<Params, Query, Body>
    : CompanyCall<Params, Query, Body>

/** "/forms/:id/versions/:n" → { id: string; n: string } */
export type ParamsOf<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? { [Key in Name]: string } & ParamsOf<`/${Rest}`>
  : Path extends `${string}:${infer Name}`
    ? { [Key in Name]: string }
    : unknown

/** How a route answers: JSON of a schema, nothing (204), or bytes that the handler writes itself. */
export type AnswerKind = TSchema | 'nothing' | { bytes: string }

export type AnswerOf<Answer extends AnswerKind> = Answer extends TSchema ? Static<Answer> : undefined

export interface RouteParts {
  method: Method
  path: string
  policy: Policy
  /** One sentence for the OpenAPI document and the audit. */
  summary: string
  query?: TSchema
  body?: TSchema
  answer: AnswerKind
  status?: number
  /** 25 MB instead of 1 MB. */
  largeBody?: boolean
  /** The body stays as it came, for its signature: the handler checks webhook-id, -timestamp and -signature. */
  signedBody?: boolean
  /** Changes nothing that anybody will ask about: previews, marks of having read. */
  unaudited?: boolean
  /** Changes nothing that the API keeps between requests, though it is no GET: people, rights, forms, lists, connections. */
  keepsReads?: boolean
  /** The answer is shown once and nowhere kept: an Idempotency-Key is not taken. */
  answersSecret?: boolean
  /** What open pages look at again once this is done. */
  hint?: Hint['topic']
}

/** A row of the route table, types erased; only `defineRoute` makes one. */
export interface Route extends RouteParts {
  handler(call: CompanyCall<unknown, unknown, unknown>): Promise<unknown>
}
