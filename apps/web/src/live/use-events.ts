import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { followStream } from './follow-stream.ts'
import { gatherTopics } from './gather-topics.ts'

/** Hints of the company: something of this topic changed, so what shows it is fetched again. */
export function useEvents(companyId: string): void {
  const queries = useQueryClient()
  // biome-ignore lint/correctness/useExhaustiveDependencies: another company is another stream.
  useEffect(() => {
    const stop = new AbortController()
    const gather = gatherTopics((topic) => queries.invalidateQueries({ queryKey: [topic] }))
    void followStream({
      path: '/events',
      signal: stop.signal,
      onEvent: ({ data }) => {
        const topic = topicOf(data)
        if (topic !== undefined) gather(topic)
        if (topic === 'tasks' || topic === 'submissions') gather('notifications')
      },
      onPoll: () => void queries.invalidateQueries(),
    })
    return () => {
      stop.abort()
      gather.stop()
    }
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
