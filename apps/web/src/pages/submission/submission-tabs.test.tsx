// @vitest-environment jsdom
import type { TimelineEntryView } from '@fieldledger/contract'
import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { useSubmission } from '../../data/use-submission.ts'
import { approvedOrder } from '../../testing/approved-order.ts'
import { showPage } from '../../testing/show-page.tsx'
import { SubmissionTabs } from './submission-tabs.tsx'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

function entry(seq: number, text: string): TimelineEntryView {
  return {
    id: `t${seq}`,
    seq,
    code: 'submitted',
    text,
    actor: 'Workflow',
    at: approvedOrder.submittedAt,
    tone: 'good',
  }
}

test('S4-22 a stamp appears on the open page without a reload, and a reconnect asks from the last one', async () => {
  const lastIds: (string | undefined)[] = []
  const streams: ReadableStreamDefaultController<Uint8Array>[] = []
  vi.stubGlobal('fetch', async (input: string, init: RequestInit = {}) => {
    if (input.endsWith('/timeline')) return Response.json({ rows: [entry(1, 'Submitted.')] })
    if (!input.endsWith('/timeline/stream')) return Response.json({ rows: [] })
    lastIds.push((init.headers as Record<string, string>)['last-event-id'])
    return new Response(new ReadableStream({ start: (controller) => void streams.push(controller) }))
  })
  showPage(<SubmissionTabs submission={approvedOrder} />)
  await screen.findByText('Submitted.')
  await vi.waitFor(() => expect(streams).toHaveLength(1))
  const stamp = entry(2, 'Created in the ledger as PO-2026-0041 and verified.')
  const bytes = new TextEncoder().encode(`: beat\n\nid: 2\ndata: ${JSON.stringify(stamp)}\n\n`)
  // A network may cut an event anywhere.
  streams[0]?.enqueue(bytes.slice(0, 30))
  streams[0]?.enqueue(bytes.slice(30))
  expect(await screen.findByText(stamp.text)).toBeTruthy()
  streams[0]?.close()
  await vi.waitFor(() => expect(lastIds).toEqual(['1', '2']), { timeout: 3000 })
})

test('an address with a tab that this form has not shows its timeline', async () => {
  vi.stubGlobal('fetch', async (input: string) => {
    if (input.endsWith('/timeline/stream')) return new Response(new ReadableStream())
    return Response.json({ rows: input.endsWith('/timeline') ? [entry(1, 'Submitted.')] : [] })
  })
  showPage(<SubmissionTabs submission={approvedOrder} />, { at: '/?tab=changes' })
  expect(await screen.findByText('Submitted.')).toBeTruthy()
})

test('S4-22 the form beside a timeline that is ahead of it is read again', async () => {
  const labels = ['Sending', 'Synced']
  vi.stubGlobal('fetch', async (input: string) => {
    if (input.endsWith('/timeline')) return Response.json({ rows: [entry(1, 'Synced.')] })
    if (input.endsWith('/timeline/stream')) return new Response(new ReadableStream())
    if (!input.endsWith(`/submissions/${approvedOrder.id}`)) return Response.json({ rows: [] })
    return Response.json({ ...approvedOrder, label: labels.length > 1 ? labels.shift() : labels[0] })
  })
  showPage(<PageOfSubmission />)
  expect(await screen.findByText('Label: Synced')).toBeTruthy()
})

function PageOfSubmission() {
  const { data } = useSubmission(approvedOrder.id)
  return data === undefined ? null : (
    <>
      <p>Label: {data.label}</p>
      <SubmissionTabs submission={data} />
    </>
  )
}
