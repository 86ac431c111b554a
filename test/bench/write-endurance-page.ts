import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from '../../apps/local/src/house/root.ts'
import type { HeapAfter } from './measure-finished.ts'

interface Told {
  waiting: number
  idle: { alone: Record<string, number>; beside: Record<string, number> }
  seconds: number
  finished: readonly HeapAfter[]
}

/** Writes docs/performance-endurance.md and prints it. */
export async function writeEndurancePage({ waiting, idle, seconds, finished }: Told): Promise<void> {
  const processes = Object.keys(idle.alone)
  const heaps = Object.keys(finished[0]?.heap ?? {})
  const page = [
    '# What stays',
    '',
    `Written by \`npm run bench -- endurance\`; do not edit. Measured on ${new Date().toISOString().slice(0, 10)}, the shipped processes, 2 cores.`,
    '',
    `## ${waiting} waiting runs`,
    '',
    `Milliseconds of CPU in a second of ${seconds} in which nobody asked for anything; the runs wait for a time that is thirty days off.`,
    '',
    '| | nothing waits | all wait |',
    '| --- | ---: | ---: |',
    ...processes.map((name) => `| ${name} | ${shown(idle.alone[name])} | ${shown(idle.beside[name])} |`),
    '',
    '## Finished runs',
    '',
    'MB that are still reachable in each process after a collection of garbage, by a snapshot of its heap. Runs of five steps, one of them a request, submitted over HTTP as fast as they were answered.',
    '',
    `| finished since the first look | ${heaps.join(' | ')} |`,
    `| ---: |${heaps.map(() => ' ---: |').join('')}`,
    ...finished.map(
      ({ runs, heap }) => `| ${runs} | ${heaps.map((name) => shown(heap[name])).join(' | ')} |`,
    ),
    '',
    `From the first look to the last: ${heaps.map((name) => `${name} ${grown(finished, name)} MB`).join(', ')}, where less than 50 MB are asked for.`,
    '',
  ].join('\n')
  console.log(page)
  await writeFile(join(root, 'docs', 'performance-endurance.md'), page)
}

function shown(value: number | undefined): string {
  return value === undefined ? '–' : value.toFixed(1)
}

function grown(finished: readonly HeapAfter[], name: string): string {
  const grew = (finished.at(-1)?.heap[name] ?? 0) - (finished[0]?.heap[name] ?? 0)
  return `${grew < 0 ? '' : '+'}${grew.toFixed(1)}`
}
