import { changedThere, type Difference, describeField, type RemoteDocument } from '@fieldledger/accounting'
import { digest } from '../effects/content-hash.ts'
import { paidOrNot } from '../effects/paid-or-not.ts'
import type { Effect } from '../ports/effect-store.ts'
import type { ReconciledDocument, Reconciliation } from '../ports/reconciliation-store.ts'
import { valuesOf } from './values-of.ts'

type Row = Omit<ReconciledDocument, 'id'>

/** A document that the ledger has, beside the effect of ours that made it. */
export function rowOfTheirs(
  reconciliation: Reconciliation,
  { found, holder }: { found: RemoteDocument; holder: Effect | undefined },
): Row {
  const before = holder?.confirmation?.document
  const differences =
    before === undefined ? [] : differencesOf({ before: paidOrNot(before, found), now: found })
  const outcome = holder === undefined ? 'unknown-here' : differences.length === 0 ? 'agrees' : 'differs'
  return row(reconciliation, { document: found, holder, outcome, differences })
}

/** A document that we sent and that the ledger does not have any more. */
export function rowOfMissing(reconciliation: Reconciliation, holder: Effect): Row | undefined {
  const document = holder.confirmation?.document
  return document === undefined
    ? undefined
    : row(reconciliation, { document, holder, outcome: 'missing-there', differences: [] })
}

/** What was read back after it was sent, against what stands there now: a person or another program changed it. */
function differencesOf(read: { before: RemoteDocument; now: RemoteDocument }): Difference[] {
  const [before, now] = [valuesOf(read.before), valuesOf(read.now)]
  return changedThere(read).map((field) => ({
    field: describeField(field),
    sent: before.get(field) ?? '',
    found: now.get(field) ?? '',
  }))
}

function row(
  { companyId, connectionId, month, pass }: Reconciliation,
  of: {
    document: RemoteDocument
    holder: Effect | undefined
    outcome: Row['outcome']
    differences: Difference[]
  },
): Row {
  const { document, holder, outcome, differences } = of
  const { number, date, url, party } = document
  const amount = document.total ?? document.net
  return {
    companyId,
    connectionId,
    month,
    pass,
    remoteId: document.reference.id,
    outcome,
    kind: holder?.target.kind === 'document' ? holder.target.documentKind : document.kind,
    amount,
    differences,
    ...(number === undefined ? {} : { number }),
    ...(date === undefined ? {} : { date }),
    ...(url === undefined ? {} : { url }),
    ...(party?.name === undefined ? {} : { party: party.name }),
    ...(holder === undefined ? {} : { effectId: holder.id }),
    ...(holder?.submissionId ? { submissionId: holder.submissionId } : {}),
    says: digest({ outcome, number, date, amount, differences }),
  }
}
