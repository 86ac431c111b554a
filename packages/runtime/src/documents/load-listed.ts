import type { Operations } from '@fieldledger/accounting'
import type { LoadDraft } from './load-draft.ts'
import { lookScope } from './look-scope.ts'

type List = 'class.list' | 'term.list' | 'employee.list'
type Row<Of extends List> = Operations[Of]['out']['rows'][number]

interface AskedList<Of extends List> {
  list: Of
  sources: readonly (string | undefined)[]
  keeps: boolean
  all?: boolean
}

const mostPages = 50

/** A list of the ledger as it is now, what is in use unless all is wanted; asked only when a field that names one of it is filled in. */
export async function loadListed<Of extends List>(
  input: LoadDraft,
  { list, sources, keeps, all = false }: AskedList<Of>,
): Promise<Row<Of>[]> {
  const { runtime, scope, submission, connection } = input
  const isNamed = sources.some((source) => source !== undefined && submission.values[source] !== undefined)
  if (!isNamed || !keeps) return []
  const target = await runtime.ports.lookups.connections.target({ scope, connectionId: connection.id })
  if (target === undefined) return []
  const driver = runtime.driverFor(target)
  const found: Row<Of>[] = []
  let cursor: string | undefined
  for (let page = 0; page < mostPages; page += 1) {
    const { rows, next } = await driver.run({
      operation: list,
      input: (cursor === undefined ? {} : { cursor }) as Operations[Of]['in'],
      scope: lookScope(input),
    })
    found.push(...(rows as Row<Of>[]).filter(({ active }) => active || all))
    if (next === undefined) break
    cursor = next
  }
  return found
}
