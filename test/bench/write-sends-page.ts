import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from '../../apps/local/src/house/root.ts'
import type { NeighbourTimes } from './measure-neighbour.ts'
import type { SendsTold } from './measure-sends.ts'

/** Writes docs/performance-sends.md and prints it. */
export async function writeSendsPage(
  told: SendsTold & { orders: number; workers: number; alone: NeighbourTimes; beside: NeighbourTimes },
): Promise<void> {
  const { alone, beside } = told
  const refused = Object.entries(told.refused).map(([limit, count]) => `${count} by the limit "${limit}"`)
  const rows: [string, string][] = [
    ['orders verified in the ledger', `${told.verified} of ${told.orders}`],
    ['orders that the ledger created, twice of them', `${told.created}, ${told.createdTwice}`],
    ['requests that the ledger refused with 429', refused.length === 0 ? '0' : refused.join(', ')],
    ['slots held by the worker that was killed', `${told.heldAtKill} of 5`],
    [
      'revised while others waited; their last values stand, nothing older',
      `${told.revisedRight} of ${told.revised}`,
    ],
    ['minutes in all', told.minutes.toFixed(1)],
    ['another company’s order, submit until verified, p50', `${ms(beside.p50)} (alone ${ms(alone.p50)})`],
    ['the same, longest', `${ms(beside.longest)} (alone ${ms(alone.longest)})`],
    ['ratio of the p50, beside the queue ÷ alone', (beside.p50 / alone.p50).toFixed(2)],
  ]
  const page = [
    '# A queue before a slow ledger',
    '',
    `Written by \`npm run bench -- sends\`; do not edit. Measured on ${new Date().toISOString().slice(0, 10)}: ${told.orders} orders at once before a practice Xero with its published limits (60 requests in any minute, 5 at a time), ${told.workers} workers, the shipped processes. Each order takes two requests: it is created and read back. The one worker that held every slot was killed with kill -9 before the others started.`,
    '',
    '| | |',
    '| --- | ---: |',
    ...rows.map(([what, value]) => `| ${what} | ${value} |`),
    '',
  ].join('\n')
  console.log(page)
  await writeFile(join(root, 'docs', 'performance-sends.md'), page)
}

function ms(milliseconds: number): string {
  return `${milliseconds.toFixed(0)} ms`
}
