import { writeFile } from 'node:fs/promises'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { root } from '../../apps/local/src/house/root.ts'
import type { FirstSyncTold } from './measure-first-sync.ts'

/** Writes docs/performance-first-sync.md and prints it. */
export async function writeFirstSyncPage(told: readonly FirstSyncTold[]): Promise<void> {
  const rows: [string, (one: FirstSyncTold) => string][] = [
    ['vendors and items there', ({ there }) => `${figure(there.vendors)} and ${figure(there.items)}`],
    [
      'vendors and materials here afterwards',
      ({ here }) => `${figure(here.vendors)} and ${figure(here.items)}`,
    ],
    ['requests used', ({ requests }) => figure(requests)],
    ['requests that its pages require', ({ least }) => figure(least)],
    ['requests while it was stopped', ({ whileStopped }) => figure(whileStopped)],
    ['minutes in all', ({ seconds }) => (seconds / 60).toFixed(1)],
    [
      'most memory of a worker, MB (before)',
      ({ mostMb, idleMb }) => `${mostMb.toFixed(0)} (${idleMb.toFixed(0)})`,
    ],
  ]
  const page = [
    '# The first sync of long lists',
    '',
    `Written by \`npm run bench -- first-sync\`; do not edit. Measured on ${new Date().toISOString().slice(0, 10)}, load of the machine at its end ${(loadavg()[0] ?? 0).toFixed(1)}: the shipped processes, one worker, each practice ledger in turn. In the middle of the vendors it was stopped and let go on three seconds later; in the middle of writing the worker was killed with kill -9, and 90 seconds later, when its lease had ended, another one went on.`,
    '',
    `| | ${told.map(({ ledger }) => ledger).join(' | ')} |`,
    `| --- |${told.map(() => ' ---: |').join('')}`,
    ...rows.map(([what, cell]) => `| ${what} | ${told.map(cell).join(' | ')} |`),
    '',
    'QuickBooks and NetSuite give 1,000 rows a page, Xero 1,000 contacts a page and all items at once. Accounts are one request. A worker that is killed between an answer and its keeping asks for that one page once more.',
    '',
  ].join('\n')
  console.log(page)
  await writeFile(join(root, 'docs', 'performance-first-sync.md'), page)
}

function figure(count: number): string {
  return count.toLocaleString('en')
}
