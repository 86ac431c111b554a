import { Readable } from 'node:stream'
import type { Agent } from 'undici'
import { checkedDispatcher } from './checked-dispatcher.ts'
import { checkedLookup } from './checked-lookup.ts'
import { destinationOf } from './destination.ts'
import { BrokenExchange, EgressError, NeverConnected } from './egress-errors.ts'
import {
  defaultMaxBytes,
  defaultTimeoutMs,
  type EgressAnswer,
  type EgressRequest,
} from './egress-exchange.ts'

export interface Egress {
  /** Throws an EgressError when there is no whole answer. Follows no redirect, retries nothing. */
  send(request: EgressRequest): Promise<EgressAnswer>
  close(): Promise<void>
}

/** `allow` lists the practice origins: they alone may be http or on this machine, and only exactly as written. */
export function createEgress(options: { allow?: readonly string[] } = {}): Egress {
  const practice = new Set(options.allow)
  const world = checkedDispatcher({ lookup: checkedLookup() })
  const sandbox = checkedDispatcher()
  return {
    send: async (request) => {
      const { url, isPractice } = destinationOf(request, practice)
      return exchange(request, { url, agent: isPractice ? sandbox : world })
    },
    close: async () => {
      await Promise.all([world.close(), sandbox.close()])
    },
  }
}

async function exchange(request: EgressRequest, way: { url: URL; agent: Agent }): Promise<EgressAnswer> {
  const timeoutMs = request.timeoutMs ?? defaultTimeoutMs
  // Without a body there is nothing to hold back, so the question is asked before the connection.
  if (request.body === undefined) await request.beforeFirstByte?.()
  // Not AbortSignal.timeout: its timer outlives the answer, thousands of them where many requests leave.
  const abort = new AbortController()
  const timer = setTimeout(() => abort.abort(), timeoutMs)
  const { signal } = abort
  const outgoing = outgoingBody(request, signal)
  try {
    const answer = await way.agent.request({
      origin: way.url.origin,
      path: way.url.pathname + way.url.search,
      method: request.method,
      headers: { ...request.headers, ...outgoing.headers },
      body: outgoing.body,
      signal,
      headersTimeout: timeoutMs,
      bodyTimeout: timeoutMs,
    })
    const text = await readCapped(answer.body, {
      origin: request.origin,
      maxBytes: request.maxBytes ?? defaultMaxBytes,
    })
    return { status: answer.statusCode, headers: flatHeaders(answer.headers), text }
  } catch (error) {
    await outgoing.settled()
    throw (
      outgoing.refusal() ??
      asEgressError(error, { request, isTimeout: signal.aborted, started: outgoing.started() })
    )
  } finally {
    clearTimeout(timer)
  }
}

/**
 * undici writes the head of a request together with the first piece of a streamed body: a stream that waits for
 * `beforeFirstByte` therefore keeps the wire silent until then. Where nobody waits the bytes are handed over at once.
 */
function outgoingBody(request: EgressRequest, signal: AbortSignal) {
  const { body, beforeFirstByte } = request
  if (body === undefined || beforeFirstByte === undefined)
    return {
      body: body ?? null,
      headers: {},
      started: () => true,
      refusal: () => undefined,
      settled: async () => {},
    }
  const ask = beforeFirstByte
  const bytes = Buffer.from(body)
  let started = false
  let refusal: unknown
  let asking: Promise<void> | undefined
  async function* stream() {
    asking = ask()
    try {
      await asking
    } catch (error) {
      refusal = error
      throw error
    }
    signal.throwIfAborted()
    started = true
    yield bytes
  }
  return {
    body: Readable.from(stream(), { objectMode: false }),
    headers: { 'content-length': String(bytes.byteLength) },
    started: () => started,
    refusal: () => refusal,
    settled: async () => {
      await asking?.catch(() => undefined)
    },
  }
}

async function readCapped(
  body: AsyncIterable<Uint8Array>,
  limit: { origin: string; maxBytes: number },
): Promise<string> {
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of body) {
    size += piece.byteLength
    if (size > limit.maxBytes) throw new BrokenExchange(limit.origin, { reason: 'too-long' })
    pieces.push(piece)
  }
  return Buffer.concat(pieces).toString('utf8')
}

function flatHeaders(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name.toLowerCase(),
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  )
}

function asEgressError(
  error: unknown,
  at: { request: EgressRequest; isTimeout: boolean; started: boolean },
): EgressError {
  if (error instanceof EgressError) return error
  const { origin } = at.request
  if (!at.started) return new NeverConnected(origin, { cause: error })
  return new BrokenExchange(origin, { reason: at.isTimeout ? 'timeout' : 'reset', cause: error })
}
