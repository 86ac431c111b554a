export interface StreamPart {
  /** Of an event. */
  id?: number
  comment?: string
}

export interface OpenedStream {
  status: number
  /** Event by event and comment by comment, until the server ends it or we leave. */
  parts(): AsyncGenerator<StreamPart>
  leave(): void
}

/** Server-sent events as a browser reads them. */
export async function openEventStream(
  address: string,
  { headers, after }: { headers: Record<string, string>; after?: number },
): Promise<OpenedStream> {
  const leaving = new AbortController()
  const answer = await fetch(address, {
    headers: { ...headers, ...(after === undefined ? {} : { 'last-event-id': String(after) }) },
    signal: leaving.signal,
  })
  return {
    status: answer.status,
    leave: () => leaving.abort(),
    async *parts() {
      const decoder = new TextDecoder()
      let rest = ''
      try {
        for await (const bytes of answer.body ?? []) {
          const blocks = (rest + decoder.decode(bytes, { stream: true })).split('\n\n')
          rest = blocks.pop() ?? ''
          for (const block of blocks) yield partOf(block)
        }
      } catch (error) {
        if (!leaving.signal.aborted) throw error
      }
    },
  }
}

function partOf(block: string): StreamPart {
  if (block.startsWith(':')) return { comment: block.slice(1).trim() }
  const id = block.split('\n').find((line) => line.startsWith('id:'))
  return { id: Number(id?.slice(3)) }
}
