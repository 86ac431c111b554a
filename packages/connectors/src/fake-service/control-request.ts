import type { NextFunction, Request, Response } from 'express'
import type { Static, TSchema } from 'typebox'
import { Value } from 'typebox/value'

export class ControlRefused extends Error {
  readonly code = 'CONTROL_REFUSED'
  readonly retryable = false
  readonly status: number

  constructor(sentence: string, status = 400) {
    super(sentence)
    this.name = 'ControlRefused'
    this.status = status
  }
}

export function readControl<Schema extends TSchema>(schema: Schema, body: unknown): Static<Schema> {
  const value: unknown = body ?? {}
  if (Value.Check(schema, value)) return value
  const [first] = Value.Errors(schema, value)
  throw new ControlRefused(
    `${first?.instancePath || 'The body'} ${first?.message ?? 'is not valid'}. See README.md beside the fake.`,
  )
}

/** Last among the control requests of a fake: what was refused is told as a sentence. */
export function answerRefusal(
  error: unknown,
  _request: Request,
  response: Response,
  next: NextFunction,
): void {
  if (error instanceof ControlRefused) response.status(error.status).json({ error: error.message })
  else next(error)
}
