import type { SubmissionView } from '@fieldledger/contract'
import { Button, Stack } from '@mantine/core'
import { IconFileTypePdf, IconPencil, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { Link } from 'react-router'
import { plainAddress } from '../../api/plain-address.ts'
import { CancelDrawer } from './cancel/cancel-drawer.tsx'
import { messages } from './messages.ts'
import { NextFormButtons } from './next-form-buttons.tsx'
import { RunWorkflowButton } from './run-workflow-button.tsx'
import { SendButton } from './send-button.tsx'

/** Only what this person may do with this form now. */
export function SubmissionButtons({ submission }: { submission: SubmissionView }) {
  const [cancelling, setCancelling] = useState(false)
  const may = (what: string) => submission.allowed.includes(what)
  return (
    <Stack gap="xs">
      {may('send')
        ? submission.sendTargets.map((target) => (
            <SendButton key={target.connectionId} submission={submission} target={target} />
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
