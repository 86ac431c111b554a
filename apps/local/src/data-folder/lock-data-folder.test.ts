import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { lockDataFolder } from './lock-data-folder.ts'
import { processIdentity } from './process-identity.ts'

let dataFolder: string

beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'fieldledger-lock-'))
})

test('a second copy on the same data folder is refused with the way out', () => {
  lockDataFolder(dataFolder)
  expect(() => lockDataFolder(dataFolder)).toThrow(
    /^Fieldledger already runs on .* \(process \d+\): use that one, stop it, or set FIELDLEDGER_DATA/,
  )
})

test('a lock that was let go can be taken again', () => {
  lockDataFolder(dataFolder)()
  lockDataFolder(dataFolder)()
  expect(readdirSync(dataFolder)).toEqual([])
})

test('the lock of a killed process does not count', async () => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
  const pid = child.pid ?? 0
  writeFileSync(join(dataFolder, 'lock'), JSON.stringify({ pid, identity: processIdentity(pid) }))
  expect(() => lockDataFolder(dataFolder)).toThrow('already runs')
  child.kill('SIGKILL')
  await new Promise((resolve) => child.once('exit', resolve))
  expect(() => lockDataFolder(dataFolder)).not.toThrow()
})

test('a later process with the same id does not hold the lock', () => {
  writeFileSync(join(dataFolder, 'lock'), JSON.stringify({ pid: process.pid, identity: 'another boot/1' }))
  expect(() => lockDataFolder(dataFolder)).not.toThrow()
})
