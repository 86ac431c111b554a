import type { LedgerError } from '@fieldledger/accounting'
import type { Problem } from '@fieldledger/workflow'
import type { LinkKind } from '../ports/lookups.ts'
import type { EffectWork } from './effect-work.ts'

/** How the ledger's words for a record read here. */
const ours: Readonly<Record<string, { kind: LinkKind; id: string; name: string }>> = {
  vendor: { kind: 'vendor', id: 'vendorId', name: 'vendor' },
  item: { kind: 'material', id: 'materialId', name: 'material' },
}

/** The ledger names a record by its own id, and a person links ours: the problem carries both, and the connection. */
export async function problemOfRefusal(work: EffectWork, error: LedgerError): Promise<Problem> {
  const { connectionId } = work.effect
  const params = { ...error.detail.params, connectionId, ...(await ourRecord(work, error)) }
  return { code: error.code, severity: 'error', message: error.message, cure: error.cure, params }
}

async function ourRecord(work: EffectWork, { detail }: LedgerError): Promise<Record<string, string>> {
  const { record = '', id: remoteId = '' } = detail.params ?? {}
  const words = Object.hasOwn(ours, record) ? ours[record] : undefined
  if (words === undefined || remoteId === '') return {}
  const { scope, effect, runtime } = work
  const { links, catalogue } = runtime.ports.lookups
  const { connectionId } = effect
  const id = await links.ourId({ scope, connectionId, kind: words.kind, remoteId: String(remoteId) })
  if (id === undefined) return {}
  const name = (await catalogue.names({ scope, ids: [id] })).get(id)
  return { [words.id]: id, ...(name === undefined ? {} : { [words.name]: name }) }
}
