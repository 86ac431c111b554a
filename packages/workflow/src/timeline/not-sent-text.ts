import type { TimelineParams } from './timeline-entry.ts'

/** Why an approved form did not go there by itself. */
export function notSentText({ provider, why }: TimelineParams): string {
  return `Not sent to ${provider}: ${why === 'type-off' ? 'document type off' : 'mapping missing'}`
}
