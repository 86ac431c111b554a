import type { CallAsker, RemoteDocument } from '@fieldledger/accounting'
import { companyScope } from '@fieldledger/workflow'
import { NoConnection } from '../errors/runtime-errors.ts'
import type { Effect } from '../ports/effect-store.ts'
import type { Person } from '../ports/person.ts'
import type { UseCase } from '../use-case.ts'
import { readDocument } from './read-document.ts'

export interface ReadRemote extends UseCase {
  /** Who looks; else `asked`. */
  person?: Pick<Person, 'id'> | undefined
  asked?: CallAsker | undefined
  /** For a page: what was read a moment ago does. */
  look?: boolean
}

/** The document of a confirmed effect as it stands in the ledger now. null = it is not there. */
export async function readRemote(
  { runtime, companyId, person, asked = person && { personId: person.id }, look = false }: ReadRemote,
  effect: Effect,
): Promise<RemoteDocument | null> {
  const { target, confirmation, connectionId, submissionId } = effect
  if (target.kind !== 'document' || confirmation === undefined) return null
  const place = await runtime.ports.lookups.connections.target({
    scope: companyScope(companyId),
    connectionId,
  })
  if (place === undefined) throw new NoConnection()
  return readDocument(runtime.driverFor(place), {
    kind: target.documentKind,
    reference: confirmation.reference,
    scope: {
      companyId,
      connectionId,
      effectId: effect.id,
      ...(look ? { look } : {}),
      ...(submissionId === null ? {} : { submissionId }),
      ...(asked === undefined ? {} : { asked }),
    },
  })
}
