import { Alert } from '@mantine/core'
import { messages } from './messages.ts'

/** A list that is too long to wait for: where its progress stands. */
export function GoesOnElsewhere({ shown }: { shown: boolean }) {
  if (!shown) return null
  return (
    <Alert color="blue" role="status">
      {messages.goesOn}
    </Alert>
  )
}
