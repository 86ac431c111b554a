import type { Page, TimelineEntryView } from '@fieldledger/contract'
import { Panel } from '@fieldledger/ui'
import { List } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/api.ts'
import { messages } from './messages.ts'

/** What the last revision changed, in the timeline's own words. */
export function WhatChanged({ submissionId }: { submissionId: string }) {
  const timeline = useQuery({
    queryKey: ['submissions', submissionId, 'timeline'],
    queryFn: ({ signal }) =>
      api.get<Page<TimelineEntryView>>(`/submissions/${submissionId}/timeline`, signal),
  })
  const revised = timeline.data?.rows.filter(({ code }) => code === 'revised').at(-1)
  if (revised === undefined) return null
  return (
    <Panel title={messages.changes}>
      <List size="sm">
        {(revised.details ?? [revised.text]).map((text) => (
          <List.Item key={text}>{text}</List.Item>
        ))}
      </List>
    </Panel>
  )
}
