import type { ProblemDetails } from '@fieldledger/contract'
import { ApiProblem } from './api-problem.ts'
import { messages } from './messages.ts'

export async function readProblem(answer: Response): Promise<ApiProblem> {
  const body: unknown = await answer.json().catch(() => undefined)
  return new ApiProblem({ ...unnamed(answer.status), ...asObject(body) })
}

function unnamed(status: number): ProblemDetails {
  const detail = status === 401 ? messages.signInAgain : messages.failed
  return { type: 'about:blank', title: detail, status, code: `http-${status}`, detail }
}

// better-auth answers { code, message } where our own routes answer problem+json.
function asObject(body: unknown): Partial<ProblemDetails> {
  if (typeof body !== 'object' || body === null) return {}
  const { message, ...rest } = body as { message?: unknown }
  return typeof message === 'string' ? { detail: message, ...rest } : rest
}
