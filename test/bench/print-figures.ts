import type { Pickup } from './measure-pickup.ts'
import type { Throughput } from './measure-throughput.ts'
import type { Cost } from './watch-cost.ts'

type Figures = Throughput & { pickup: Pickup }

const rows: readonly [title: string, figure: (figures: Figures) => number][] = [
  ['durable runs per second', ({ runsPerSecond }) => runsPerSecond],
  ['submit p50, ms, 100 at once', ({ submitP50 }) => submitP50],
  ['submit p99, ms, 100 at once', ({ submitP99 }) => submitP99],
  ['pickup p50, ms, light load', ({ pickup }) => pickup.p50],
  ['pickup p99, ms, light load', ({ pickup }) => pickup.p99],
  ['click to last step p50, ms', ({ pickup }) => pickup.wholeP50],
  ['click to last step p99, ms', ({ pickup }) => pickup.wholeP99],
  ['submits not answered well', ({ refused }) => refused],
]

export function printFigures({ ours, peer }: { ours: Figures; peer: Figures }): void {
  console.log(
    '\nFive steps a run, one of them an HTTP call. Ours: API key, validation, company checks, audit. Stock Agenda: none of them.\n',
  )
  console.log(line(['', 'Fieldledger', 'stock Agenda', 'ours ÷ peer']))
  for (const [title, figure] of rows) {
    const ratio = figure(ours) / figure(peer)
    console.log(
      line([title, show(figure(ours)), show(figure(peer)), Number.isFinite(ratio) ? ratio.toFixed(2) : '–']),
    )
  }
}

/** Where the time goes. */
export function printCost(name: string, { cpuMs, database }: Cost): void {
  const list = (part: Record<string, number>) =>
    Object.entries(part)
      .map(([what, value]) => `${what} ${show(value)}`)
      .join(' · ')
  console.log(`\n${name}, for one run:`)
  console.log(`  CPU ms      ${list(cpuMs)}`)
  console.log(`  database    ${list(database)}`)
}

function line([title = '', ...columns]: readonly string[]): string {
  return `  ${title.padEnd(28)}${columns.map((column) => column.padStart(14)).join('')}`
}

function show(value: number): string {
  return Number.isFinite(value) ? value.toFixed(value < 10 ? 2 : 0) : '–'
}
