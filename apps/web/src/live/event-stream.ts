import { apiBase } from '../api/api.ts'
import { apiHeaders } from '../api/api-headers.ts'
import { NoConnection } from '../api/no-connection.ts'

export interface StreamEvent {
  id?: string
  data: string
}

/**
 * Server-sent events over fetch: EventSource cannot send the company's header, and cannot start at a known
 * Last-Event-ID. Ends when the server ends it, throws when it cannot be reached.
 */
export async function* eventStream(options: {
  path: string
  lastEventId?: string
  signal: AbortSignal
}): AsyncGenerator<StreamEvent> {
  const answer = await fetch(`${apiBase}${options.path}`, {
    credentials: 'same-origin',
    headers: {
      ...apiHeaders('GET'),
      accept: 'text/event-stream',
      ...(options.lastEventId === undefined ? {} : { 'last-event-id': options.lastEventId }),
    },
    signal: options.signal,
  })
  if (!answer.ok || answer.body === null) throw new NoConnection()
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    const parts = (rest + value).replaceAll('\r\n', '\n').split('\n\n')
    rest = parts.pop() ?? ''
    yield* parts.map(readEvent).filter((event) => event !== undefined)
  }
}

function readEvent(text: string): StreamEvent | undefined {
  const lines = text.split('\n')
  const data = lines.filter((line) => line.startsWith('data:')).map((line) => line.slice(5).trimStart())
  const id = lines
    .find((line) => line.startsWith('id:'))
    ?.slice(3)
    .trim()
  if (data.length === 0) return undefined
  return { data: data.join('\n'), ...(id === undefined ? {} : { id }) }
}
