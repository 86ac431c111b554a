import type { FileImportAnswer } from '@fieldledger/contract'
import { StatusBadge } from '@fieldledger/ui'
import { messages } from './messages.ts'
import { outcomes, outcomeTones } from './outcomes.ts'

/** How many rows came to what; what no row came to is left out. */
export function OutcomeBadges({ counts }: Pick<FileImportAnswer, 'counts'>) {
  return outcomes
    .filter((outcome) => counts[outcome] > 0)
    .map((outcome) => (
      <StatusBadge
        key={outcome}
        tone={outcomeTones[outcome]}
        word={messages.counts[outcome](counts[outcome])}
      />
    ))
}
