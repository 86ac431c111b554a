import { chmod, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import type { ChromiumSearch } from './chromium-source.ts'
import { debiansChromium, playwrightsChromium } from './fetched-chromium.ts'
import { findChromium } from './find-chromium.ts'
import { chromiumOnPath, givenChromium } from './present-chromium.ts'

let folder: string
let search: ChromiumSearch

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fieldledger-chromium-'))
  const playwrightsOwn = join(folder, 'playwrights-own')
  search = { given: undefined, path: folder, playwrightsOwn, isRoot: false, say: () => undefined }
})

test('the given one comes before the one on the PATH', async () => {
  await writeFile(join(folder, 'chromium'), '')
  await writeFile(join(folder, 'mine'), '')
  expect(await findChromium({ ...search, given: join(folder, 'mine') })).toBe(join(folder, 'mine'))
  expect(await findChromium(search)).toBe(join(folder, 'chromium'))
})

test('a given one that is not there is refused with the way out', async () => {
  await expect(givenChromium({ ...search, given: '/nowhere' })).rejects.toThrow(
    'PLAYWRIGHT_CHROMIUM: there is no /nowhere: set it to a Chromium program, or unset it.',
  )
})

test('the one that Playwright fetched earlier is taken', async () => {
  await writeFile(search.playwrightsOwn, '')
  expect(await playwrightsChromium(search)).toEqual({ program: search.playwrightsOwn })
})

test('Debian’s package is for root alone', async () => {
  await writeFile(join(folder, 'apt-get'), '#!/bin/sh\n')
  await chmod(join(folder, 'apt-get'), 0o755)
  expect(await debiansChromium(search)).toEqual({ reason: 'Debian’s package can be installed by root alone' })
})

test('when there is none one sentence names every reason and the ways out', async () => {
  const offline = async () => ({ reason: 'Playwright’s download failed (no network)' })
  await expect(
    findChromium(search, [givenChromium, chromiumOnPath, offline, debiansChromium]),
  ).rejects.toThrow(
    /^No Chromium was found for the browser tests: .*on the PATH; .*no network\).* set PLAYWRIGHT_CHROMIUM .*run npm test again\.$/,
  )
})
