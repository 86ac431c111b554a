import {
  type CompanyScope,
  companyScope,
  healthSignals,
  type Role,
  type TimelineCode,
} from '@fieldledger/workflow'
import { DateTime } from 'luxon'
import { eachAlone } from '../each-alone.ts'
import { failpoint } from '../failpoints/failpoint.ts'
import type { Runtime } from '../ports/runtime.ts'
import type { DigestReader } from '../ports/versions.ts'
import { needsAttention } from '../reads/needs-attention.ts'
import { type DigestFacts, writeDigest } from './write-digest.ts'

/** By the clocks of the company. */
const sentFromHour = 7

/** Who looks after the ledgers; the others are told of their tasks alone. */
const bookkeeping: readonly Role[] = ['admin', 'bookkeeper']
const arrivedCodes: readonly TimelineCode[] = ['document-created']
const failedCodes: readonly TimelineCode[] = ['document-rejected', 'needs-attention']

/** The daily e-mail of every company whose morning has come: once a day, whoever looks, however often. */
export async function sendDigests(runtime: Runtime): Promise<void> {
  const companies = await runtime.ports.triggers.digestCompanies()
  await eachAlone(companies, (companyId) => sendDigest(runtime, companyScope(companyId)))
}

async function sendDigest(runtime: Runtime, scope: CompanyScope): Promise<void> {
  const { people, stores } = runtime.ports
  const { name, timeZone } = await people.company({ scope })
  const now = DateTime.fromJSDate(runtime.clock.now(), { zone: timeZone })
  const day = now.toISODate()
  if (day === null || now.hour < sentFromHour || (await stores.of(scope).digests.sent(day))) return
  const general = await generalFacts(runtime, { scope, now })
  const letters: { to: string; subject: string; text: string }[] = []
  for (const reader of await people.digestReaders({ scope })) {
    const letter = writeDigest(name, await factsFor(runtime, { scope, reader, general }))
    if (letter !== undefined) letters.push({ ...letter, to: reader.email })
  }
  await stores.transact(scope, async (store) => {
    // Two workers conflict here: one of them repeats and finds it sent.
    if (!(await store.digests.begin(day))) return
    const at = now.toJSDate()
    await store.mails.post(letters.map((letter) => ({ ...letter, id: runtime.newId(), page: '/', at })))
    failpoint('digest.in-transaction')
  })
  failpoint('digest.after-commit')
}

type General = Pick<DigestFacts, 'attention' | 'connections' | 'yesterday'>

async function generalFacts(
  runtime: Runtime,
  { scope, now }: { scope: CompanyScope; now: DateTime },
): Promise<General> {
  const { timeline } = runtime.ports.stores.of(scope)
  const to = now.startOf('day')
  const yesterday = { from: to.minus({ days: 1 }).toJSDate(), to: to.toJSDate() }
  const [causes, health, arrived, failed] = await Promise.all([
    needsAttention({ runtime, companyId: scope.companyId }),
    runtime.ports.lookups.connections.health({ scope }),
    timeline.count({ codes: arrivedCodes, ...yesterday }),
    timeline.count({ codes: failedCodes, ...yesterday }),
  ])
  return {
    attention: causes.map(({ cause, entries }) => ({ cause, count: entries.length })),
    connections: health.flatMap((facts) =>
      healthSignals(facts, { now: now.toJSDate(), timeZone: now.zoneName ?? 'UTC' }).map(
        ({ message }) => message,
      ),
    ),
    yesterday: { arrived, failed },
  }
}

async function factsFor(
  runtime: Runtime,
  { scope, reader, general }: { scope: CompanyScope; reader: DigestReader; general: General },
): Promise<DigestFacts> {
  const tasks = await runtime.ports.stores.of(scope).tasks.list({
    kinds: ['approval', 'edit-form'],
    states: ['open'],
    assignee: { personId: reader.id, role: reader.role },
  })
  const nothing: General = { attention: [], connections: [], yesterday: { arrived: 0, failed: 0 } }
  return {
    ...(bookkeeping.includes(reader.role) ? general : nothing),
    tasks: tasks.map(({ title }) => title),
  }
}
