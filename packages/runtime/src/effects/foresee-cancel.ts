import { type DocumentCapability, documentCapability, type RemoteDocument } from '@fieldledger/accounting'
import { companyScope } from '@fieldledger/workflow'
import { type ReadRemote, readRemote } from './read-remote.ts'
import { sentDocument } from './sent-document.ts'
import { removalOf, type UndoForeseen } from './undo-send.ts'

/** What cancelling the form does to its document, in the words of a dialog; the contract's CancelForeseen. */
export interface CancelForeseen extends Omit<UndoForeseen, 'becomes'> {
  /** closed: it will be. gone, closed-already: nothing is left to do. stays: the ledger can take nothing back. */
  becomes: UndoForeseen['becomes'] | 'closed' | 'closed-already' | 'stays'
  /** It can be deleted instead, by choice. */
  orDeleted?: true
}

/** Looks at the document in the ledger as it stands now: only that tells what cancelling still does there (G-13). */
export async function foreseeCancel(input: ReadRemote & { effectId: string }): Promise<CancelForeseen> {
  const { runtime, companyId } = input
  const scope = companyScope(companyId)
  const { create } = await sentDocument(runtime.ports.stores.of(scope), input.effectId)
  const found = await readRemote(input, create)
  const number = create.confirmation?.number ?? ''
  if (found === null || found.status === 'removed') return { number, becomes: 'gone' }
  const connections = await runtime.ports.lookups.connections.summaries({ scope })
  const place = connections.find(({ id }) => id === create.connectionId)
  const can = place && documentCapability(place.capabilities, found.kind)
  const there = { number, ...(found.url === undefined ? {} : { url: found.url }) }
  if (can === undefined || can.cancel === 'none') return { ...there, becomes: 'stays' }
  return can.cancel === 'close'
    ? { ...there, ...closingOf(found), ...choiceOf(found, can) }
    : { ...there, ...removalOf(found) }
}

function closingOf({ status, closing }: RemoteDocument): Pick<CancelForeseen, 'becomes' | 'refused'> {
  if (status === 'closed') return { becomes: 'closed-already' }
  return closing === undefined ? { becomes: 'closed' } : { becomes: 'refused', refused: closing.refused }
}

function choiceOf(
  { removal }: RemoteDocument,
  { deletesByChoice }: DocumentCapability,
): Pick<CancelForeseen, 'orDeleted'> {
  const isRefused = removal !== undefined && 'refused' in removal
  return deletesByChoice === true && !isRefused ? { orDeleted: true } : {}
}
