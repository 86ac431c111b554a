import type { Hint } from '@fieldledger/runtime'
import type { CompanyScope } from '@fieldledger/workflow'
import { v7 } from 'uuid'
import { groupBy } from '../grouping/group-by.ts'
import type { OutboxRow } from './runtime-models.ts'

interface Told {
  scope: CompanyScope
  hints: readonly Hint[]
  work: boolean
}

/** One row for each company of a group; what several would tell is told once. */
export function outboxRows(group: readonly Told[]): OutboxRow[] {
  return [...groupBy(group, ({ scope }) => scope.companyId)].map(([companyId, own]) => ({
    _id: v7(),
    companyId,
    work: own.some(({ work }) => work),
    hints: [...distinct(own.flatMap(({ hints }) => hints)).values()],
    at: new Date(),
  }))
}

function distinct(hints: readonly Hint[]): Map<string, Hint> {
  return new Map(hints.map((hint) => [`${hint.topic}|${hint.id ?? ''}`, hint]))
}
