import type { SubmissionView } from '@fieldledger/contract'
import { Button, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconFileTypePdf, IconPencil, IconSend, IconX } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Fragment, useState } from 'react'
import { Link } from 'react-router'
import { api } from '../../api/api.ts'
import { plainAddress } from '../../api/plain-address.ts'
import { CancelDrawer } from './cancel/cancel-drawer.tsx'
import { messages } from './messages.ts'
import { NextFormButtons } from './next-form-buttons.tsx'
import { RunWorkflowButton } from './run-workflow-button.tsx'
import { SendRefused } from './send-refused.tsx'

/** Only what this person may do with this form now. */
export function SubmissionButtons({ submission }: { submission: SubmissionView }) {
  const [cancelling, setCancelling] = useState(false)
  const queries = useQueryClient()
  const send = useMutation({
    mutationFn: ({ connectionId }: { connectionId: string; providerLabel: string }) =>
      api.post(`/submissions/${submission.id}/send`, { connectionId }),
    onSuccess: (_, { providerLabel }) => {
      notifications.show({ message: messages.sent(providerLabel) })
      void queries.invalidateQueries({ queryKey: ['submissions', submission.id] })
    },
  })
  const may = (what: string) => submission.allowed.includes(what)
  return (
    <Stack gap="xs">
      {may('send')
        ? submission.sendTargets.map((target) => (
            <Fragment key={target.connectionId}>
              <Button
                variant={isThere(submission, target) ? 'default' : 'filled'}
                leftSection={<IconSend size={16} aria-hidden />}
                data-disabled={!target.ready}
                aria-disabled={!target.ready}
                loading={send.isPending && send.variables.connectionId === target.connectionId}
                onClick={() => (target.ready ? send.mutate(target) : undefined)}
              >
                {messages.sendTo(target.providerLabel)}
              </Button>
              {target.ready ? null : (
                <Text size="sm" c="dimmed">
                  {target.reason}
                </Text>
              )}
              {send.error && send.variables.connectionId === target.connectionId ? (
                <SendRefused error={send.error} connectionId={target.connectionId} />
              ) : null}
            </Fragment>
          ))
        : null}
      <NextFormButtons submissionId={submission.id} />
      <RunWorkflowButton submission={submission} />
      {may('revise') ? (
        <Button
          component={Link}
          to={`/submissions/${submission.id}/revise`}
          variant={submission.status === 'draft' ? 'filled' : 'default'}
          leftSection={<IconPencil size={16} aria-hidden />}
        >
          {submission.status === 'draft' ? messages.draft.open : messages.revise}
        </Button>
      ) : null}
      <Button
        component="a"
        href={plainAddress(`/submissions/${submission.id}/pdf`)}
        download={`${submission.number ?? submission.formName}.pdf`}
        variant="default"
        leftSection={<IconFileTypePdf size={16} aria-hidden />}
      >
        {messages.downloadPdf}
      </Button>
      {may('cancel') ? (
        <Button
          variant="subtle"
          color="red"
          leftSection={<IconX size={16} aria-hidden />}
          onClick={() => setCancelling(true)}
        >
          {messages.cancel}
        </Button>
      ) : null}
      <CancelDrawer submission={submission} opened={cancelling} onClose={() => setCancelling(false)} />
    </Stack>
  )
}

/** Sending it once more is possible then, but nothing asks for it. */
function isThere({ ledger }: SubmissionView, { connectionId }: { connectionId: string }): boolean {
  return ledger.some((one) => one.connectionId === connectionId && one.state === 'verified')
}
