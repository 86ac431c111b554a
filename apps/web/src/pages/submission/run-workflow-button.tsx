import type { SubmissionView } from '@fieldledger/contract'
import { Button } from '@mantine/core'
import { IconHandClick } from '@tabler/icons-react'
import { useState } from 'react'
import { messages } from '../../batches/messages.ts'
import { RunWorkflowDrawer } from '../../batches/run-workflow-drawer.tsx'
import { useMay } from '../../session/me-context.ts'

/** Starts a workflow by hand, for this one form. */
export function RunWorkflowButton({ submission }: { submission: Pick<SubmissionView, 'id' | 'formId'> }) {
  const [opened, setOpened] = useState(false)
  const mayRun = useMay('run.manage')
  if (!mayRun) return null
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconHandClick size={16} aria-hidden />}
        onClick={() => setOpened(true)}
      >
        {messages.run}
      </Button>
      <RunWorkflowDrawer
        formId={submission.formId}
        submissionIds={[submission.id]}
        opened={opened}
        onClose={() => setOpened(false)}
      />
    </>
  )
}
