import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { followStream } from './follow-stream.ts'

/** Hints of the company: something of this topic changed, so what shows it is fetched again. */
export function useEvents(companyId: string): void {
  const queries = useQueryClient()
  // biome-ignore lint/correctness/useExhaustiveDependencies: another company is another stream.
  useEffect(() => {
    const stop = new AbortController()
    void followStream({
      path: '/events',
      signal: stop.signal,
      onEvent: ({ data }) => {
        const topic = topicOf(data)
        if (topic !== undefined) void queries.invalidateQueries({ queryKey: [topic] })
        if (topic === 'tasks' || topic === 'submissions')
          void queries.invalidateQueries({ queryKey: ['notifications'] })
      },
      onPoll: () => void queries.invalidateQueries(),
    })
    return () => stop.abort()
  }, [companyId, queries])
}

function topicOf(data: string): string | undefined {
  try {
    const hint: unknown = JSON.parse(data)
    return typeof hint === 'object' && hint !== null && 'topic' in hint ? String(hint.topic) : undefined
  } catch {
    return undefined
  }
}
