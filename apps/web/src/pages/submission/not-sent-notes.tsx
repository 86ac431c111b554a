import type { SubmissionView } from '@fieldledger/contract'
import { Alert, Stack } from '@mantine/core'
import { messages } from './messages.ts'

/** Why it is not in a ledger, also where no request ever left that a log could show. */
export function NotSentNotes({ submission }: { submission: SubmissionView }) {
  const { ledger, sendTargets } = submission
  const causes = [
    ...ledger.flatMap(({ effectId, providerLabel, message }) =>
      message === undefined ? [] : [{ id: effectId, text: messages.cause(providerLabel, message) }],
    ),
    ...sendTargets.flatMap(({ connectionId, notSent }) =>
      notSent === undefined ? [] : [{ id: connectionId, text: notSent }],
    ),
  ]
  return causes.length === 0 ? null : (
    <Stack gap="xs" mb="sm" role="list" aria-label={messages.whyNotSent}>
      {causes.map(({ id, text }) => (
        <Alert key={id} color="yellow" role="listitem">
          {text}
        </Alert>
      ))}
    </Stack>
  )
}
