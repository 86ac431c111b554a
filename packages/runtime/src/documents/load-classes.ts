import type { RemoteReference } from '@fieldledger/accounting'
import { classesByName } from '@fieldledger/workflow'
import type { LoadDraft } from './load-draft.ts'
import { loadListed } from './load-listed.ts'

/** The ledger's classes by what a form may call them. */
export async function loadClasses(input: LoadDraft) {
  const { request, connection } = input
  const keeps = connection.capabilities.classes
  const rows = await loadListed(input, { list: 'class.list', source: request.mapping.class, keeps })
  return classesByName(rows.map(({ active: _active, ...reference }): RemoteReference => reference))
}
