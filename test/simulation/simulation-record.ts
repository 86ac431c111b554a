import { execFileSync } from 'node:child_process'
import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../apps/local/src/house/root.ts'
import type { Exploration } from './exploration.ts'

/** What was explored on demand, a line for each part; a part with violations is kept as well. */
const file = join(root, 'test', 'simulation', 'simulation-record.jsonl')

export function recordPart({ first, found }: { first: number; found: Exploration }): void {
  const { schedules, steps, interleavings, red } = found
  const commit = execFileSync('git', ['rev-parse', '--short=10', 'HEAD'], { cwd: root, encoding: 'utf8' })
  const line = {
    at: new Date().toISOString(),
    commit: commit.trim(),
    seeds: [first, first + schedules - 1],
    schedules,
    steps,
    interleavings,
    violations: red.length,
  }
  appendFileSync(file, `${JSON.stringify(line)}\n`)
}
