import type { Problem } from '@fieldledger/workflow'
import type { Effect } from '../ports/effect-store.ts'

/** The document there that a held effect offers to a person to be linked. */
export function offeredThere(
  { state, waitingFor, operation, problems }: Effect,
  remoteId: string | undefined,
): Problem | undefined {
  if (state !== 'planned' || waitingFor !== 'cure' || operation !== 'create') return undefined
  return problems.find(({ cure, params }) => cure === 'link-document' && params?.remoteId === remoteId)
}
