import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root } from '../../apps/local/src/house/root.ts'
import { bootForStorm, type StormScene } from '../faults/chaos/boot-for-storm.ts'
import { type StormEnd, storm } from '../faults/chaos/storm.ts'
import { commitUnderTest, record, recordedRounds, type SoakRound } from './soak-record.ts'
import { killsOf, soakReport } from './soak-report.ts'

const asked = Number(process.env.SOAK_KILLS ?? '10000')
const commit = commitUnderTest()
/** Each round has companies with books of their own, judged when they have come to rest: twenty seconds, so not too often. */
const round = { workerKills: 400, apiKills: 40, leastHits: 3, withinMs: 3_600_000 }
let scene: StormScene

beforeAll(async () => {
  scene = await bootForStorm()
}, 240_000)

afterAll(() => scene?.close())

test('every order of every round arrives once, however often workers and api are killed', async () => {
  const rounds = recordedRounds({ goOn: process.env.SOAK_CONTINUE === 'yes' })
  const kills = () => rounds.reduce((sum, one) => sum + killsOf(one), 0)
  while (kills() < asked) {
    const end = await storm({ scene, ...round })
    const difference = await end.judge().catch((error: unknown) => error)
    const told = toldOf(end, difference)
    rounds.push(told)
    record(told)
    writeFileSync(join(root, 'docs', 'soak-report.md'), soakReport(rounds, { asked }))
    if (difference !== undefined) throw difference
  }
  expect(kills()).toBeGreaterThanOrEqual(asked)
}, 86_400_000)

function toldOf({ told }: StormEnd, difference: unknown): SoakRound {
  const { workerKills, apiKills, orders, revised, seconds, hits } = told
  return {
    at: new Date().toISOString(),
    commit,
    node: process.version,
    processor: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`,
    workerKills,
    apiKills,
    orders,
    revised,
    seconds: Math.round(seconds),
    hits: Object.fromEntries(hits),
    ...(difference === undefined ? {} : { difference: String(difference) }),
  }
}
