import type { Attributes } from '@opentelemetry/api'

/** What a process tells of what it does, nested as it was called. */
export interface Tracing {
  /** `doing` as one span; spans begun within it become its children. An error marks it and is thrown on. */
  span<Result>(named: Spanned, doing: (told: SpanNotes) => Promise<Result>): Promise<Result>
  /** What is still kept back is sent. */
  close(): Promise<void>
}

export interface Spanned {
  name: string
  /** Ids, kinds and codes alone: no value that somebody typed leaves by this door. */
  attributes?: Attributes
  /** Whoever waits for an answer is served. */
  kind?: 'server' | 'inside'
}

export interface SpanNotes {
  set(attributes: Attributes): void
  rename(name: string): void
  fail(code: string): void
}

/** The collector's address, e.g. http://collector:4318/v1/traces. Without it nothing is loaded, and nothing is told. */
export async function startTracing(to: {
  url: string | undefined
  service: string
}): Promise<Tracing | undefined> {
  if (to.url === undefined) return undefined
  const { createTracing } = await import('./create-tracing.ts')
  return createTracing({ url: to.url, service: to.service })
}
