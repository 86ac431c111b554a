import type { Static, TSchema } from 'typebox'
import type { AnswerKind, AnswerOf, CallOf, Method, ParamsOf, Policy, Route } from './route.ts'

/**
 * Declares a route. Without a policy it does not compile; the router checks policy, company, shapes, audit and
 * idempotency before and after the handler, so a handler says only what is its own.
 */
export function defineRoute<
  const Path extends string,
  const Access extends Policy,
  Answer extends AnswerKind,
  Query extends TSchema = TSchema & { static: unknown },
  Body extends TSchema = TSchema & { static: unknown },
>(route: {
  method: Method
  path: Path
  policy: Access
  summary: string
  query?: Query
  body?: Body
  answer: Answer
  status?: number
  largeBody?: boolean
  signedBody?: boolean
  unaudited?: boolean
  keepsReads?: boolean
  answersSecret?: boolean
  hint?: Route['hint']
  handler: (
    call: CallOf<Access, ParamsOf<Path>, Static<Query>, Static<Body>>,
  ) => Promise<AnswerOf<Answer>> | AnswerOf<Answer>
}): Route {
  return route as unknown as Route
}
