import type { AskedBy } from '@fieldledger/contract'
import { Anchor, Text } from '@mantine/core'
import { Link } from 'react-router'
import { messages } from './messages.ts'

/** Who had it sent, in full, and the way to the run that did. */
export function AskedByLine({ asked, submissionId }: { asked: AskedBy | null; submissionId: string | null }) {
  if (asked === null) return null
  const { text, first, runId } = asked
  return (
    <Text size="sm">
      {messages.askedBy(text)}
      {first === undefined ? null : ` ${messages.askedFirst(first)}`}
      {runId === undefined || submissionId === null ? null : (
        <>
          {' '}
          <Anchor component={Link} size="sm" to={`/submissions/${submissionId}?tab=run`}>
            {messages.openRun}
          </Anchor>
        </>
      )}
    </Text>
  )
}
