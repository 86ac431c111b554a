import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bootStack } from '../../apps/local/src/boot-stack.ts'
import { measureFirstSync } from './measure-first-sync.ts'
import { writeFirstSyncPage } from './write-first-sync-page.ts'

/** Requests that the pages of each practice ledger require: the most rows that an answer of theirs has. */
const ledgers = [
  { provider: 'quickbooks-online', pages: { vendors: 1000, items: 1000 } },
  { provider: 'xero', pages: { vendors: 1000, items: Number.POSITIVE_INFINITY } },
  { provider: 'netsuite', pages: { vendors: 1000, items: 1000 } },
] as const

/** Some five minutes: the first sync of 10,000 vendors and 50,000 items from each ledger. */
const folder = await mkdtemp(join(tmpdir(), 'fieldledger-bench-'))
const stack = await bootStack({ dataFolder: folder, env: { FIELDLEDGER_LOG_LEVEL: 'error' } })
try {
  const told = []
  for (const ledger of ledgers)
    told.push(await measureFirstSync({ stack, ...ledger, crowd: { vendors: 10_000, items: 50_000 } }))
  await writeFirstSyncPage(told)
} finally {
  await stack.stop()
  await rm(folder, { recursive: true, force: true })
}
