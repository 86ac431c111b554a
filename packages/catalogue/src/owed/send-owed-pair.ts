import type { CataloguePorts } from '../ports/catalogue-ports.ts'
import { isSaid, nextTry } from './next-try.ts'
import type { OwedPair } from './owed-pair.ts'

/** Sends what a pair is owed, and settles; says with the pair why not. Where the ledger need not hear of it nothing is owed. */
export async function sendOwedPair(
  ports: Pick<CataloguePorts, 'links' | 'clock'>,
  what: OwedPair & { hears: boolean; agree(): Promise<void> },
): Promise<void> {
  const { scope, link, connection } = what
  const { owed } = link
  if (!what.hears) return ports.links.settle(scope, { id: link.id, since: owed.since })
  if (!connection.active)
    return ports.links.owe(scope, { id: link.id, owed: nextTry(ports.clock.now(), { owed }) })
  try {
    await what.agree()
  } catch (error) {
    if (!isSaid(error)) throw error
    await ports.links.owe(scope, { id: link.id, owed: nextTry(ports.clock.now(), { owed, error }) })
  }
}
