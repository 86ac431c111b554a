import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { livingProcess } from '../data-folder/process-record.ts'
import { endOrphans } from './end-orphans.ts'
import { startProcess } from './start-process.ts'
import { supervise } from './supervise.ts'

const plan = () => ({
  name: 'worker',
  program: process.execPath,
  arguments: ['-e', 'setInterval(() => {}, 1000)'],
  env: process.env,
  dataFolder: mkdtempSync(join(tmpdir(), 'fieldledger-supervise-')),
})

test('a child that is killed is started again, and said so', async () => {
  const sentences: string[] = []
  const child = supervise({ plan: plan(), say: (sentence) => sentences.push(sentence) })
  const first = child.current().pid
  child.current().kill('SIGKILL')
  await vi.waitUntil(() => child.current().pid !== first, { timeout: 10_000 })
  expect(child.restarts()).toBe(1)
  expect(sentences).toEqual([expect.stringContaining('worker ended by itself; starting it again')])
  await child.stop()
})

test('what a killed start left behind is ended by the next one', async () => {
  const left = plan()
  const orphan = startProcess(left)
  expect(livingProcess(left.dataFolder, 'worker')?.pid).toBe(orphan.pid)
  expect(await endOrphans(left.dataFolder, ['worker', 'api'])).toEqual(['worker'])
  expect(livingProcess(left.dataFolder, 'worker')).toBeUndefined()
})

test('one that is killed for good does not come back', async () => {
  const sentences: string[] = []
  const child = supervise({ plan: plan(), say: (sentence) => sentences.push(sentence) })
  const { pid } = child.current()
  await child.kill()
  expect(() => process.kill(pid, 0)).toThrow('ESRCH')
  expect([child.restarts(), sentences]).toEqual([0, []])
})
