import type { FileImportAnswer } from '@fieldledger/contract'
import { Text } from '@mantine/core'
import { messages } from './messages.ts'

/** Each field with what it was and what it becomes; of a new record only the latter. */
export function ChangedCells({ row }: { row: FileImportAnswer['rows'][number] }) {
  return row.changes
    .filter(({ heading }) => row.outcome !== 'new' || heading !== messages.name)
    .map(({ heading, from, to }) => (
      <Text key={heading} size="sm" component="div" style={{ overflowWrap: 'anywhere' }}>
        <Text span c="dimmed" size="sm">
          {heading}:{' '}
        </Text>
        {row.outcome === 'new' ? null : (
          <>
            <del>{from || messages.empty}</del>
            {' → '}
          </>
        )}
        <ins style={{ textDecoration: 'none', fontWeight: 600 }}>{to || messages.empty}</ins>
      </Text>
    ))
}
