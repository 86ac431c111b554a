import { DateTime } from 'luxon'
import type { ConnectionSummary } from './connection-summary.ts'
import { dayInWords } from './day-in-words.ts'

/** What is known of taking over the ledger's lists, and of hearing what is changed in them. */
export interface ImportFacts {
  /** Lists that were imported at least once: when that was last. */
  importedAt?: Readonly<Record<string, Date>>
  /** An import that does not get on: since when it is under way, and why; `halted` = it goes on when a person says so. */
  importTrouble?: { since: Date; message: string; halted: boolean }
  /** When what is changed there was heard of last; absent = it is not asked, or was not yet. */
  heardAt?: Date
}

interface Told {
  code: string
  severity: 'error' | 'warning'
  message: string
}

const hourMs = 3_600_000
/** An import that waits for the ledger for so long waits for something that does not pass by itself. */
const longestWaitMs = hourMs
/** Of many looks in a row, the last that said something. */
const longestSilenceMs = 6 * hourMs
/** What comes new there is chosen from lists that are taken over by hand. */
const oldAfterMs = 60 * 24 * hourMs

export function importSignals(
  facts: ImportFacts & { connection: ConnectionSummary },
  { now, timeZone }: { now: Date; timeZone: string },
): Told[] {
  const { connection, importedAt = {}, importTrouble: trouble, heardAt } = facts
  const ago = (at: Date) => now.getTime() - at.getTime()
  const dayOf = (at: Date) => dayInWords(DateTime.fromJSDate(at, { zone: timeZone }).toISODate() ?? '')
  const told: Told[] = []
  if (trouble?.halted === true)
    told.push({
      code: 'import-failed',
      severity: 'error',
      message: `The import of the lists of ${connection.name} stopped: ${trouble.message} Go on with it under Lists.`,
    })
  else if (trouble !== undefined && ago(trouble.since) > longestWaitMs)
    told.push({
      code: 'import-waits',
      severity: 'warning',
      message: `The import of the lists of ${connection.name}, begun on ${dayOf(trouble.since)}, does not get on: ${trouble.message} Press Check now to see whether it answers.`,
    })
  if (heardAt !== undefined && ago(heardAt) > longestSilenceMs)
    told.push({
      code: 'changes-unheard',
      severity: 'warning',
      message: `What is changed in ${connection.name} was heard of last on ${dayOf(heardAt)}: press Check now, and if that goes well, tell whoever runs the server.`,
    })
  const old = Object.entries(importedAt).filter(([, at]) => ago(at) > oldAfterMs)
  const oldest = Math.min(...old.map(([, at]) => at.getTime()))
  if (old.length > 0)
    told.push({
      code: 'lists-old',
      severity: 'warning',
      message: `The lists of ${connection.name} (${old.map(([list]) => list).join(', ')}) were imported last on ${dayOf(new Date(oldest))}: import them once more under Lists, so that what is new there can be chosen.`,
    })
  return told
}
