import { execFileSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../../apps/local/src/house/root.ts'

const patches = ['faults', 'simulation'].flatMap((suite) =>
  readdirSync(join(root, 'test', suite, 'patches')).map((name) => join('test', suite, 'patches', name)),
)

test('there are patches that break the source for a test', () => {
  expect(patches.length).toBeGreaterThanOrEqual(8)
})

test.each(patches)('%s still fits the source, before a long test finds out', (patch) => {
  const fits = ['apply', '--check', '--unidiff-zero', '-p1', join(root, patch)]
  expect(() => execFileSync('git', fits, { cwd: root, stdio: 'pipe' })).not.toThrow()
})
