import type { ReconciledRow } from '@fieldledger/contract'
import { TwoSides } from '@fieldledger/ui'
import { messages } from './messages.ts'

export function DifferenceTable({ differences }: Pick<ReconciledRow, 'differences'>) {
  return (
    <TwoSides
      headings={{ field: messages.field, left: messages.ours, right: messages.theirs }}
      rows={differences.map(({ field, sent, found }) => ({ field, left: sent, right: found }))}
      empty={messages.empty}
    />
  )
}
