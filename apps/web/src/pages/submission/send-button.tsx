import type { SubmissionView } from '@fieldledger/contract'
import { Button, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconSend } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../api/api.ts'
import { useBeforeSending } from '../../preflight/use-before-sending.ts'
import { messages } from './messages.ts'
import { SendRefused } from './send-refused.tsx'

/** "Send to …"; grey, with the reason, where the ledger would not take it in: none of its documents, or it stays as it is. */
export function SendButton(props: {
  submission: SubmissionView
  target: SubmissionView['sendTargets'][number]
}) {
  const { submission, target } = props
  const { connectionId, providerLabel } = target
  const queries = useQueryClient()
  const look = useBeforeSending(submission.id)
  const fixed = look.data?.rows
    ?.find((row) => row.connectionId === connectionId)
    ?.problems.find(({ code }) => code === 'fixed-there')?.message
  const send = useMutation({
    mutationFn: () => api.post(`/submissions/${submission.id}/send`, { connectionId }),
    onSuccess: () => {
      notifications.show({ message: messages.sent(providerLabel) })
      void queries.invalidateQueries({ queryKey: ['submissions', submission.id] })
    },
  })
  const reason = target.ready ? fixed : target.reason
  const isGrey = !target.ready || fixed !== undefined
  return (
    <>
      <Button
        variant={isThere(submission, connectionId) ? 'default' : 'filled'}
        leftSection={<IconSend size={16} aria-hidden />}
        data-disabled={isGrey}
        aria-disabled={isGrey}
        loading={send.isPending}
        onClick={() => (isGrey ? undefined : send.mutate())}
      >
        {messages.sendTo(providerLabel)}
      </Button>
      {isGrey ? (
        <Text size="sm" c="dimmed">
          {reason}
        </Text>
      ) : null}
      {target.ready && fixed !== undefined ? (
        <Button
          variant="subtle"
          size="compact-sm"
          w="fit-content"
          loading={look.isFetching}
          onClick={() => void look.refetch()}
        >
          {messages.lookAgain(providerLabel)}
        </Button>
      ) : null}
      {send.error ? <SendRefused error={send.error} connectionId={connectionId} /> : null}
    </>
  )
}

/** Sending it once more is possible then, but nothing asks for it. */
function isThere({ ledger }: SubmissionView, connectionId: string): boolean {
  return ledger.some((one) => one.connectionId === connectionId && one.state === 'verified')
}
