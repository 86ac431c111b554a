import { LedgerError } from '@fieldledger/accounting'
import { companyScope } from '@fieldledger/workflow'
import { findLedger } from '../ledger/find-ledger.ts'
import type { CataloguePorts } from '../ports/catalogue-ports.ts'
import type { WholeImport, WholeImports } from '../ports/whole-imports.ts'
import { CatalogueRefused } from '../refusals/catalogue-refused.ts'
import { readNextPage } from './read-next-page.ts'
import { syncReadItems } from './sync-read-items.ts'
import { writeNextRows } from './write-next-rows.ts'

const waitAfterTroubleMs = 30_000

type Ports = CataloguePorts & {
  wholeImports: WholeImports
  /** All of it is here: what follows from that. Called again where its worker was killed meanwhile. */
  finished(done: WholeImport): Promise<void>
}

/** Every import that is under way goes on by pages and portions, one lease each. Whether there was any. */
export async function tickWholeImports(ports: Ports, { mostMs }: { mostMs: number }): Promise<boolean> {
  const until = ports.clock.now().getTime() + mostMs
  let any = false
  do {
    const under = await ports.wholeImports.claim()
    if (under === undefined) return any
    any = true
    await advance(ports, under)
  } while (ports.clock.now().getTime() < until)
  return any
}

async function advance(ports: Ports, under: WholeImport): Promise<void> {
  const scope = companyScope(under.companyId)
  const to = await next(ports, under)
  if (to.phase === 'done' && under.wish !== 'preview') {
    await ports.wakeHeld(scope, under.connectionId)
    await ports.finished(under)
  }
  await ports.wholeImports.move(scope, { seen: under, to: { dueAt: ports.clock.now(), ...to } })
}

async function next(ports: Ports, under: WholeImport): Promise<Partial<WholeImport>> {
  const scope = companyScope(under.companyId)
  const progress = under.lists[under.at.list]
  if (progress === undefined) return { phase: 'done', finishedAt: ports.clock.now() }
  try {
    const ledger = await findLedger(ports, { scope, connectionId: under.connectionId })
    if (!ledger.active) throw new CatalogueRefused('connection-not-active')
    const part = { under, progress, ledger }
    if (under.phase === 'reading') return await readNextPage(ports, part)
    return under.wish === 'sync-items' ? await syncReadItems(ports, part) : await writeNextRows(ports, part)
  } catch (error) {
    if (error instanceof LedgerError && error.retryable)
      return { message: error.message, dueAt: later(ports, error.detail.retryAfterMs) }
    if (error instanceof CatalogueRefused && error.code === 'import-busy')
      return { message: error.message, dueAt: later(ports) }
    if (error instanceof LedgerError || error instanceof CatalogueRefused)
      return { halt: 'failed', message: error.message }
    throw error
  }
}

/** A ledger that is busy or silent is asked again later, for the same page. */
function later(ports: Ports, afterMs = waitAfterTroubleMs): Date {
  return new Date(ports.clock.now().getTime() + afterMs)
}
