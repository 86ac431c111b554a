import type { RemoteReference } from '@fieldledger/accounting'
import { classesByName } from '@fieldledger/workflow'
import type { LoadDraft } from './load-draft.ts'

const mostPages = 50

/** The ledger's classes by what a form may call them; asked only when a class is mapped and filled in. */
export async function loadClasses({ runtime, scope, submission, request, connection }: LoadDraft) {
  const classes: RemoteReference[] = []
  const source = request.mapping.class
  if (source === undefined || submission.values[source] === undefined || !connection.capabilities.classes)
    return classesByName(classes)
  const target = await runtime.ports.lookups.connections.target({ scope, connectionId: connection.id })
  if (target === undefined) return classesByName(classes)
  const driver = runtime.driverFor(target)
  let cursor: string | undefined
  for (let page = 0; page < mostPages; page += 1) {
    const { rows, next } = await driver.run({
      operation: 'class.list',
      input: cursor === undefined ? {} : { cursor },
      scope: { companyId: scope.companyId, connectionId: connection.id, submissionId: submission.id },
    })
    for (const { active, ...reference } of rows) if (active) classes.push(reference)
    if (next === undefined) break
    cursor = next
  }
  return classesByName(classes)
}
