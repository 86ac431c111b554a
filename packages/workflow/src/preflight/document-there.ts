import {
  documentCapability,
  inFigures,
  type LedgerDocument,
  type RemoteDocument,
} from '@fieldledger/accounting'
import type { ConnectionSummary } from '../connections/connection-summary.ts'
import { dayInWords } from '../connections/day-in-words.ts'
import { heldProblem } from '../drafting/held-problem.ts'
import type { Problem } from '../graph/problem.ts'
import { differencesInWords } from './differences-in-words.ts'

/** How the ledger met ours: it refused the number, or would take it once more. */
export interface MetThere {
  code: string
  refused: boolean
}

/** A document that no form made bears the number of ours there: what it says, and how it differs from ours. */
export function documentThere(
  ours: LedgerDocument,
  seen: { theirs: RemoteDocument; connection: ConnectionSummary; met: MetThere },
): Problem {
  const { theirs, connection, met } = seen
  const label = documentCapability(connection.capabilities, ours.kind)?.label ?? 'document'
  const vendor = theirs.party?.name ?? ours.party.name ?? ours.party.id
  const sum = inFigures(theirs.total ?? theirs.net)
  const day = theirs.date === undefined ? '' : dayInWords(theirs.date)
  const of = [vendor, ...(day === '' ? [] : [day])].join(' of ')
  const otherwise = met.refused ? 'give the form another number' : 'say why ours is another one'
  return heldProblem(
    met.code,
    `${connection.providerLabel} has the ${label.toLowerCase()} ${ours.number} of ${of} already, of ${sum}, and no form made it: link it if it is this one, else ${otherwise}.`,
    {
      cure: 'link-document',
      params: {
        connectionId: connection.id,
        remoteId: theirs.reference.id,
        label,
        number: ours.number,
        vendor,
        date: theirs.date ?? '',
        total: sum,
        ...(theirs.url === undefined ? {} : { url: theirs.url }),
        differences: differencesInWords(ours, theirs),
        refused: met.refused ? 1 : 0,
      },
    },
  )
}
