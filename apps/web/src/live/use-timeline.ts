import type { Page, TimelineEntryView } from '@fieldledger/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { api } from '../api/api.ts'
import { followStream } from './follow-stream.ts'

/** The timeline, moving by itself: what is missed while disconnected is replayed from the last sequence number. */
export function useTimeline(submissionId: string): {
  entries: readonly TimelineEntryView[]
  loaded: boolean
} {
  const queries = useQueryClient()
  const [entries, setEntries] = useState<readonly TimelineEntryView[]>([])
  const [loaded, setLoaded] = useState(false)
  useEffect(() => {
    const stop = new AbortController()
    const take = (found: readonly TimelineEntryView[]) => {
      setEntries((before) => merged(before, found))
      // The form beside it may have been read before these stamps were made.
      void queries.invalidateQueries({ queryKey: ['submissions', submissionId] })
    }
    const path = `/submissions/${submissionId}/timeline`
    const fetchWhole = async () => {
      const page = await api.get<Page<TimelineEntryView>>(path, stop.signal)
      take(page.rows)
      setLoaded(true)
      return page.rows.reduce((last, { seq }) => Math.max(last, seq), 0)
    }
    const follow = async () => {
      const lastSeq = await fetchWhole().catch(() => 0)
      await followStream({
        path: `${path}/stream`,
        lastEventId: String(lastSeq),
        signal: stop.signal,
        onEvent: ({ data }) => take([JSON.parse(data) as TimelineEntryView]),
        onPoll: () => void fetchWhole().catch(() => 0),
      })
    }
    setEntries([])
    void follow()
    return () => stop.abort()
  }, [submissionId, queries])
  return { entries, loaded }
}

function merged(
  before: readonly TimelineEntryView[],
  found: readonly TimelineEntryView[],
): readonly TimelineEntryView[] {
  const bySeq = new Map([...before, ...found].map((entry) => [entry.seq, entry]))
  return [...bySeq.values()].sort((one, other) => one.seq - other.seq)
}
