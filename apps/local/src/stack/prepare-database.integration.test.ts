import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { livingProcess } from '../data-folder/process-record.ts'
import { createClosers } from './closers.ts'
import { prepareDatabase } from './prepare-database.ts'

test('whoever stops while the database is prepared leaves no process behind', async () => {
  const tree = mkdtempSync(join(tmpdir(), 'fieldledger-prepare-'))
  const dataFolder = join(tree, '.data')
  const programs = join(tree, 'apps', 'local', 'dist')
  for (const folder of [dataFolder, programs]) mkdirSync(folder, { recursive: true })
  writeFileSync(join(programs, 'prepare-database.js'), 'setInterval(() => {}, 1000)')
  const closers = createClosers()
  const preparing = prepareDatabase({ tree, dataFolder, env: process.env, arguments: [], closers })
  const refused = expect(preparing).rejects.toThrow('The database could not be prepared')
  await vi.waitUntil(() => livingProcess(dataFolder, 'prepare-database'), { timeout: 10_000 })
  await closers.closeAll()
  expect(livingProcess(dataFolder, 'prepare-database')).toBeUndefined()
  await refused
})
