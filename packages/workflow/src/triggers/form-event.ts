import { Type } from 'typebox'
import type { Stamp } from '../timeline/timeline-entry.ts'

/** What happens to a form after it was submitted, and a workflow may start by. */
export const FormEvent = Type.Union([
  Type.Literal('approved'),
  Type.Literal('rejected'),
  Type.Literal('cancelled'),
  Type.Literal('revised'),
  Type.Literal('status-changed'),
  Type.Literal('label-changed'),
  Type.Literal('in-ledger'),
])
export type FormEvent = Type.Static<typeof FormEvent>

/** Which events a stamp tells of: whatever is an event stands in the timeline, and nothing else is one. */
export function eventsOf({ code, params }: Pick<Stamp, 'code' | 'params'>): readonly FormEvent[] {
  switch (code) {
    case 'status-changed':
      return ['status-changed', ...(decided[String(params.to)] ?? [])]
    case 'revised':
      return ['revised']
    case 'label-set':
      return ['label-changed']
    case 'document-created':
      return ['in-ledger']
    default:
      return []
  }
}

const decided: Readonly<Record<string, readonly FormEvent[]>> = {
  approved: ['approved'],
  rejected: ['rejected'],
  cancelled: ['cancelled'],
}
