import { apiHeaders } from './api-headers.ts'
import { NoConnection } from './no-connection.ts'
import { readProblem } from './read-problem.ts'

export const apiBase = '/api/v1'

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** The one way to the server: typed answer, or a thrown ApiProblem / NoConnection with a sentence. */
export const api = {
  get: <Answer>(path: string, signal?: AbortSignal) =>
    send<Answer>({ method: 'GET', path, ...(signal === undefined ? {} : { signal }) }),
  post: <Answer>(path: string, body: unknown = {}) => send<Answer>({ method: 'POST', path, body }),
  put: <Answer>(path: string, body: unknown) => send<Answer>({ method: 'PUT', path, body }),
  patch: <Answer>(path: string, body: unknown) => send<Answer>({ method: 'PATCH', path, body }),
  delete: <Answer>(path: string) => send<Answer>({ method: 'DELETE', path }),
}

async function send<Answer>(call: {
  method: Method
  path: string
  body?: unknown
  signal?: AbortSignal
}): Promise<Answer> {
  const json = call.body === undefined ? {} : { 'content-type': 'application/json' }
  const answer = await fetch(`${apiBase}${call.path}`, {
    method: call.method,
    credentials: 'same-origin',
    headers: { ...apiHeaders(call.method), ...json },
    body: call.body === undefined ? null : JSON.stringify(call.body),
    ...(call.signal === undefined ? {} : { signal: call.signal }),
  }).catch((cause: unknown) => {
    if (call.signal?.aborted) throw cause
    throw new NoConnection()
  })
  if (!answer.ok) throw await readProblem(answer)
  if (answer.status === 204) return undefined as Answer
  return (await answer.json()) as Answer
}
