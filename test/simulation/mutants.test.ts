import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { patchedSources } from '../../apps/local/src/stack/copy-tree.ts'
import { explore } from './explore.ts'
import { firstSplitSeed } from './world/plan.ts'

const patches = join(import.meta.dirname, 'patches')
const most = 6000

const mutants = (await readdir(patches)).filter((name) => name.endsWith('.patch')).toSorted()

test('each of the five fences has its mutant, and so has the split of a form', () => {
  expect(mutants.length).toBeGreaterThanOrEqual(6)
})

test.each(mutants)('without this fence the simulation goes red: %s', async (patch) => {
  const folder = await mkdtemp(join(tmpdir(), 'fieldledger-mutant-'))
  try {
    const tree = await patchedSources({ folder, patch: join(patches, patch) })
    const { red, schedules } = await explore({
      tree,
      name: patch.replace('.patch', ''),
      first: patch.startsWith('split-') ? firstSplitSeed : 1,
      schedules: most,
      untilRed: true,
    })
    console.log(
      `${patch}: ${red.length === 0 ? 'lives' : `red within ${schedules} schedules: ${red[0]?.violation}`}`,
    )
    expect(red.length).toBeGreaterThan(0)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})
