import type { LinkedReference } from '@fieldledger/workflow'
import type { LoadDraft } from './load-draft.ts'
import { lookScope } from './look-scope.ts'

/**
 * The jobs that a form names, by our ids: customers of the ledger who are called the same, asked for one by one, as a
 * document names one job. A ledger that keeps a job as text takes its name.
 */
export async function loadProjects(
  input: LoadDraft,
  naming: { ids: readonly string[]; names: Promise<ReadonlyMap<string, string>> },
): Promise<Map<string, LinkedReference>> {
  const { runtime, scope, connection } = input
  const found = new Map<string, LinkedReference>()
  const { projects } = connection.capabilities
  if (naming.ids.length === 0 || projects === undefined) return found
  const names = await naming.names
  const target = await runtime.ports.lookups.connections.target({ scope, connectionId: connection.id })
  for (const id of naming.ids) {
    const name = names.get(id)
    if (name === undefined) continue
    if (projects === 'text') found.set(id, { remote: { id: name, name }, active: true })
    if (projects === 'text' || target === undefined) continue
    const called = await runtime.driverFor(target).run({
      operation: 'customer.find',
      input: { name },
      scope: lookScope(input),
    })
    const customer = called.find(({ active }) => active) ?? called[0]
    if (customer === undefined) continue
    const { active, ...remote } = customer
    found.set(id, { remote, active })
  }
  return found
}
