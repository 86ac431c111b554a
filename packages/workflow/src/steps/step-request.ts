/** Part of a header's value. A secret is filled in where the request leaves, so that no step ever holds it. */
export type HeaderPiece = string | { secret: string }

/** One request of a step whose definition says `leavesTheProcess`; its Idempotency-Key is the runtime's. */
export interface StepRequest {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  url: string
  headers: readonly { name: string; value: readonly HeaderPiece[] }[]
  body?: string
}

/** `answered`: whatever the other side said, secrets hidden. `failed`: there is no whole answer. */
export type StepAnswer =
  | { state: 'answered'; status: number; contentType: string; text: string }
  | { state: 'failed'; code: string; message: string; retryable: boolean }
