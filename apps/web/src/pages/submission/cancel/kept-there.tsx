import { Alert, Anchor, Stack, Text } from '@mantine/core'
import { messages } from './messages.ts'
import type { Fate } from './use-foreseen-cancels.ts'

/** Of a document that cancelling leaves as it is there: why, and where to look at it. */
export function KeptThere({ fate }: { fate: Fate }) {
  const { ledger, foreseen } = fate
  if (foreseen === undefined) return null
  const { providerLabel } = ledger
  const document = `${ledger.documentLabel} ${foreseen.number}`
  if (foreseen.becomes !== 'refused') {
    const said = messages.nothingToDo[foreseen.becomes as keyof typeof messages.nothingToDo]
    return <Text size="sm">{said(document, providerLabel)}</Text>
  }
  return (
    <Alert color="yellow" title={messages.keeps(document, providerLabel)}>
      <Stack gap="xs">
        <Text size="sm">{foreseen.refused}</Text>
        <Text size="sm">{messages.cancelAllTheSame}</Text>
        {foreseen.url === undefined ? null : (
          <Anchor href={foreseen.url} target="_blank" rel="noreferrer" size="sm">
            {messages.openThere(providerLabel)}
          </Anchor>
        )}
      </Stack>
    </Alert>
  )
}
