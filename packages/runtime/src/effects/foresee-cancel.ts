import { documentCapability, type RemoteDocument } from '@fieldledger/accounting'
import { companyScope } from '@fieldledger/workflow'
import { type ReadRemote, readRemote } from './read-remote.ts'
import { sentDocument } from './sent-document.ts'
import { removalOf, type UndoForeseen } from './undo-send.ts'

/** What cancelling the form does to its document, in the words of a dialog; the contract's CancelForeseen. */
export interface CancelForeseen extends Omit<UndoForeseen, 'becomes'> {
  /** closed: it will be. gone, closed-already: nothing is left to do. stays: the ledger can take nothing back. */
  becomes: UndoForeseen['becomes'] | 'closed' | 'closed-already' | 'stays'
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
  const how = place && documentCapability(place.capabilities, found.kind)?.cancel
  const there = { number, ...(found.url === undefined ? {} : { url: found.url }) }
  if (how === undefined || how === 'none') return { ...there, becomes: 'stays' }
  return how === 'close' ? { ...there, becomes: closingOf(found) } : { ...there, ...removalOf(found) }
}

function closingOf({ status }: RemoteDocument): 'closed' | 'closed-already' {
  return status === 'closed' ? 'closed-already' : 'closed'
}
