import { readFileSync } from 'node:fs'
import type { WholeImportView } from '@fieldledger/contract'
import type { Stack } from '../../apps/local/src/boot-stack.ts'
import { type ConnectedCompany, makeNewlyConnectedCompany } from '../support/make-company.ts'
import { until } from '../support/until.ts'

export interface FirstSyncTold {
  ledger: string
  there: { vendors: number; items: number }
  /** What the ledger counted, and what its pages require. */
  requests: number
  least: number
  /** Until everything is here, the lease of the killed worker included. */
  seconds: number
  /** The most memory that a worker had, and what it had before. */
  mostMb: number
  idleMb: number
  /** How many of ours there are then. */
  here: { vendors: number; items: number }
  /** How many pages the ledger was asked for while it was stopped. */
  whileStopped: number
}

const withinMs = 20 * 60_000

/** Everything is imported, with a stop and a pause in the middle of the list of vendors and a kill -9 in the middle of writing. */
export async function measureFirstSync(about: {
  stack: Stack
  provider: string
  pages: { vendors: number; items: number }
  crowd: { vendors: number; items: number }
}): Promise<FirstSyncTold> {
  const { stack, provider, pages, crowd } = about
  const company = await makeNewlyConnectedCompany({ stack, provider })
  const { ledger, realm, connection } = company
  const there = await ledger.crowd(realm, crowd)
  const admin = await company.as('admin')
  const path = `/connections/${connection.id}/whole-import`
  const look = () => admin.get<WholeImportView>(path)
  const reached = (what: string, is: (view: WholeImportView) => boolean) =>
    until({ what, withinMs, everyMs: 100 }, async () => is(await look()))
  await ledger.forgetRequests()
  const idleMb = memoryOf(stack, 'VmRSS')
  const began = performance.now()

  await admin.post(path)
  await reached('three pages of vendors were read', (view) => pagesOf(view, 'vendors') >= 3)
  await admin.post(`${path}/stop`)
  const before = await requestsOf(company)
  await new Promise((resolve) => setTimeout(resolve, 3000))
  const whileStopped = (await requestsOf(company)) - before
  await admin.post(path)
  await reached('half of the vendors were written', (view) => settledOf(view, 'vendors') > there.vendors / 2)
  const beforeKill = memoryOf(stack, 'VmHWM')
  await stack.kill('worker')
  await reached('everything is here', ({ state }) => state === 'done')

  const leastOf = (rows: number, page: number) => Math.max(1, Math.ceil(rows / page))
  const least = 1 + leastOf(there.vendors, pages.vendors) + leastOf(there.items, pages.items)
  const total = async (list: string) => (await admin.get<{ total: number }>(`/${list}?limit=1`)).total
  return {
    ledger: connection.providerLabel,
    there,
    requests: await requestsOf(company),
    least,
    seconds: (performance.now() - began) / 1000,
    mostMb: Math.max(beforeKill, memoryOf(stack, 'VmHWM')),
    idleMb,
    here: { vendors: await total('vendors'), items: await total('materials') },
    whileStopped,
  }
}

function pagesOf(view: WholeImportView, wanted: string): number {
  return view.lists.find(({ list }) => list === wanted)?.pages ?? 0
}

function settledOf(view: WholeImportView, wanted: string): number {
  return view.lists.find(({ list }) => list === wanted)?.settled ?? 0
}

/** Calls of the API; signing in is none. */
async function requestsOf({ ledger, realm }: ConnectedCompany): Promise<number> {
  const counts = (await ledger.requests()).realms[realm] ?? {}
  return Object.values(counts).reduce((sum, count) => sum + count, 0)
}

function memoryOf(stack: Stack, what: 'VmRSS' | 'VmHWM'): number {
  const status = readFileSync(`/proc/${stack.pidOf('worker')}/status`, 'utf8')
  return Number(new RegExp(`${what}:\\s+(\\d+) kB`).exec(status)?.[1] ?? 0) / 1024
}
