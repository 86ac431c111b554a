import type { LedgerState, SubmissionView } from '@fieldledger/contract'
import { Button } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import { useState } from 'react'
import { useMay } from '../../../session/me-context.ts'
import { messages } from './messages.ts'
import { UndoDrawer } from './undo-drawer.tsx'

const there: readonly LedgerState['state'][] = ['verified', 'differs', 'closed']

/** Only for what stands in the ledger; whether it can still be taken back is asked there when the dialog opens. */
export function UndoSend({ ledger, submission }: { ledger: LedgerState; submission: SubmissionView }) {
  const mayUndo = useMay('effect.resolve')
  const [open, setOpen] = useState(false)
  if (!mayUndo || !there.includes(ledger.state) || submission.status !== 'approved') return null
  return (
    <>
      <Button
        size="compact-sm"
        variant="subtle"
        color="gray"
        w="fit-content"
        leftSection={<IconArrowBackUp size={14} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {messages.undo}
      </Button>
      {open ? <UndoDrawer ledger={ledger} onClose={() => setOpen(false)} /> : null}
    </>
  )
}
