import { expect, test } from 'vitest'
import { type Loaded, whichLimit } from '../bench/which-limit.ts'

const loaded = (busy: number, waitingForDisk: number, worker = 1): Loaded => ({
  machine: { busy, waitingForDisk, seconds: 10 },
  cores: 2,
  runs: 3000,
  cpuMs: { mongod: 2, api: 2, worker },
  generatorMs: 1,
  syncsPerRun: 0.1,
})

test('the bench names the limit that it measured, not always the processor', () => {
  expect(whichLimit(loaded(0.97, 0))).toBe(
    "The limit is the processor: 97 % of the 2 cores' time was used and 0 % waited for the disk, at 30 journal syncs a second; of one core took mongod 60 %, api 60 %, worker 30 %, load generator and other system 30 %, programs that do not belong here 14 %.",
  )
  expect(whichLimit(loaded(0.5, 0.4))).toMatch(/^The limit is the disk:/)
  expect(whichLimit(loaded(0.7, 0, 3))).toMatch(/^The limit is one process, worker, which/)
  expect(whichLimit(loaded(0.4, 0))).toMatch(/^The limit is neither/)
})
