import type { SubmissionView } from '@fieldledger/contract'
import { Drawer } from '@fieldledger/ui'
import { useState } from 'react'
import { CancelForm } from './cancel-form.tsx'
import { messages } from './messages.ts'

/** Asks for the reason, which is kept when the dialog is closed; whether something is deleted is asked anew each time. */
export function CancelDrawer(props: { submission: SubmissionView; opened: boolean; onClose: () => void }) {
  const { submission, opened, onClose } = props
  const [reason, setReason] = useState('')
  return (
    <Drawer title={messages.title} opened={opened} onClose={onClose} closeLabel={messages.close}>
      <CancelForm submission={submission} reason={reason} onReason={setReason} onClose={onClose} />
    </Drawer>
  )
}
