import type { ConnectionView, Page, ResendAnswer, ResentForm, SubmissionSummary } from '@fieldledger/contract'
import { Drawer, DrawerFoot, LoadState } from '@fieldledger/ui'
import { Button, Group, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { api } from '../../api/api.ts'
import { useDone } from '../../cures/use-done.ts'
import { messages } from './messages.ts'
import { ResentRows } from './resent-rows.tsx'
import { WhyNot } from './why-not.tsx'

/** So many are foreseen in one request, and so many go in one click. */
const foreseenAtOnce = 200
const mostAtOnce = 1000

/** A dry run first: what sending each of them would do; then exactly that. */
export function ResendDrawer(props: {
  connection: ConnectionView
  /** The list that is looked at, with its search, of the interface. */
  path: string
  onClose: () => void
}) {
  const { connection, onClose } = props
  const [sending, setSending] = useState(false)
  const done = useDone()
  const navigate = useNavigate()
  const path = `/connections/${connection.id}/resend`
  const foreseen = useQuery({
    queryKey: ['resend', connection.id, props.path],
    queryFn: async ({ signal }) => {
      const all: ResentForm[] = []
      let cursor = ''
      do {
        const asked = `${props.path}&limit=${foreseenAtOnce}${cursor}`
        const { rows, next } = await api.get<Page<SubmissionSummary>>(asked, signal)
        const submissionIds = rows.map(({ id }) => id)
        if (rows.length > 0)
          all.push(...(await api.post<ResendAnswer>(path, { submissionIds, dryRun: true })).rows)
        cursor = next === undefined ? '' : `&cursor=${encodeURIComponent(next)}`
      } while (cursor !== '' && all.length < mostAtOnce && !signal.aborted)
      return { rows: all, isPart: cursor !== '' }
    },
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const send = async (rows: readonly ResentForm[], said: string) => {
    setSending(true)
    const ids = rows.map(({ submissionId }) => submissionId)
    let batchId: string | undefined
    const ask = async () => {
      ;({ batchId } = await api.post<ResendAnswer>(path, { submissionIds: ids, dryRun: false }))
    }
    const asked = await done(ask, said)
    setSending(false)
    if (asked && batchId !== undefined) navigate(`/sync/batches/${batchId}`)
  }
  return (
    <Drawer
      opened
      onClose={onClose}
      title={messages.resend.title(connection.providerLabel)}
      closeLabel={messages.resend.close}
      size={560}
    >
      <LoadState query={foreseen} retryLabel={messages.retry}>
        {({ rows, isPart }) => {
          const leaving = rows.filter(({ does }) => does === 'send' || does === 'update')
          const held = rows.filter(({ does }) => does === 'hold')
          return (
            <Stack>
              <Text size="sm" c="dimmed">
                {messages.resend.hint}
                {isPart ? ` ${messages.resend.isPart(rows.length)}` : null}
              </Text>
              <WhyNot rows={rows} going={leaving.length} />
              <ResentRows rows={rows} />
              <DrawerFoot>
                <Group justify="flex-end">
                  <Button variant="default" onClick={onClose}>
                    {messages.resend.close}
                  </Button>
                  {held.length === 0 ? null : (
                    <Button
                      variant="default"
                      loading={sending}
                      onClick={() => void send(held, messages.resend.asked(held.length))}
                    >
                      {messages.resend.ask(held.length)}
                    </Button>
                  )}
                  <Button
                    loading={sending}
                    disabled={leaving.length === 0}
                    onClick={() =>
                      void send(leaving, messages.resend.sent(leaving.length, connection.providerLabel))
                    }
                  >
                    {messages.resend.send(leaving.length)}
                  </Button>
                </Group>
              </DrawerFoot>
            </Stack>
          )
        }}
      </LoadState>
    </Drawer>
  )
}
