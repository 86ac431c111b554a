import type { Request, Response } from 'express'

const commentEveryMs = 15_000
const authoriseEveryMs = 5 * 60_000

export interface StreamedEvent {
  id?: number
  data: unknown
}

/**
 * Server-sent events: a comment line every 15 s, no buffering on the way, and the person asked for again every 5 minutes.
 * Ends when the browser leaves, when the person may no longer see it, or when the source ends.
 */
export async function openStream(options: {
  request: Request
  reply: Response
  stillAllowed: () => Promise<boolean>
  events: (signal: AbortSignal) => AsyncIterable<StreamedEvent>
}): Promise<void> {
  const { request, reply } = options
  const leaving = new AbortController()
  reply.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store, no-transform',
    'x-accel-buffering': 'no',
  })
  reply.write(': open\n\n')
  const leave = () => leaving.abort()
  request.on('close', leave)
  reply.on('close', leave)
  // Who left before anybody listened is heard no more.
  if (request.destroyed || reply.destroyed) leave()
  const comments = setInterval(() => reply.write(': still here\n\n'), commentEveryMs)
  const checks = setInterval(() => {
    options.stillAllowed().then(
      (allowed) => (allowed ? undefined : leave()),
      () => leave(),
    )
  }, authoriseEveryMs)
  try {
    for await (const event of options.events(leaving.signal)) {
      if (leaving.signal.aborted) break
      reply.write(
        `${event.id === undefined ? '' : `id: ${event.id}\n`}data: ${JSON.stringify(event.data)}\n\n`,
      )
    }
  } finally {
    clearInterval(comments)
    clearInterval(checks)
    reply.end()
  }
}
