import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from '../../apps/local/src/house/root.ts'

export interface MemoryLook {
  /** Since the first look. */
  minutes: number
  /** Submits since the start. */
  accepted: number
  /** MB that are still reachable, by process. */
  heap: Record<string, number>
}

/** Writes docs/performance-memory.md and prints it. */
export async function writeMemoryPage(told: {
  seen: readonly MemoryLook[]
  finished: number
  perSecond: number
}): Promise<void> {
  const { seen, finished, perSecond } = told
  const names = Object.keys(seen[0]?.heap ?? {})
  const page = [
    '# An hour’s memory',
    '',
    `Written by \`npm run bench -- memory\`; do not edit. Measured on ${new Date().toISOString().slice(0, 10)}, the shipped processes, ${perSecond} submits a second over HTTP, each a run of five steps with a request among them; ten minutes went before the first look. ${seen.at(-1)?.accepted ?? 0} were accepted, ${finished} have finished.`,
    '',
    'MB that are still reachable in each process after a collection of garbage, by a snapshot of its heap.',
    '',
    `| minutes | submits | ${names.join(' | ')} |`,
    `| ---: | ---: |${names.map(() => ' ---: |').join('')}`,
    ...seen.map(
      ({ minutes, accepted, heap }) =>
        `| ${minutes} | ${accepted} | ${names.map((name) => (heap[name] ?? 0).toFixed(1)).join(' | ')} |`,
    ),
    '',
    `The farthest from the middle of all looks: ${names.map((name) => `${name} ${swing(seen, name)} %`).join(', ')}, where 5 % are asked for.`,
    '',
  ].join('\n')
  console.log(page)
  await writeFile(join(root, 'docs', 'performance-memory.md'), page)
}

function swing(seen: readonly MemoryLook[], name: string): string {
  const sizes = seen.map(({ heap }) => heap[name] ?? 0)
  const middle = sizes.reduce((sum, size) => sum + size, 0) / sizes.length
  return ((Math.max(...sizes.map((size) => Math.abs(size - middle))) / middle) * 100).toFixed(1)
}
