import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root } from '../../apps/local/src/house/root.ts'
import { syncWorkflow } from '../../apps/local/src/practice/practice-workflows.ts'
import { bootForFaults, type FaultScene } from '../faults/chaos/boot-for-faults.ts'
import { killsIn, type StormTold, storm, stormSettings } from '../faults/chaos/storm.ts'
import { soakReport } from './soak-report.ts'

const wantedKills = Number(process.env.SOAK_KILLS ?? '10000')
/** Each round is a company with books of its own, judged when it has come to rest. */
const round = { workerKills: 460, apiKills: 40, orders: 200, revised: 40, leastHits: 5, withinMs: 3_600_000 }
let scene: FaultScene

beforeAll(async () => {
  scene = await bootForFaults({ env: stormSettings })
}, 240_000)

afterAll(() => scene?.close())

test('every order of every round arrives once, however often workers and api are killed', async () => {
  const rounds: StormTold[] = []
  const kills = () => rounds.reduce((sum, told) => sum + killsIn(told), 0)
  while (kills() < wantedKills) {
    rounds.push(await storm({ scene, company: await scene.makeCompany(syncWorkflow), ...round }))
    writeFileSync(join(root, 'docs', 'soak-report.md'), soakReport(rounds))
  }
  expect(kills()).toBeGreaterThanOrEqual(wantedKills)
}, 86_400_000)
