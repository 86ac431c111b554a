import { writeFile } from 'node:fs/promises'
import { availableParallelism, loadavg } from 'node:os'
import { join } from 'node:path'
import { root } from '../../apps/local/src/house/root.ts'
import { type Both, figureRows, showFigure } from './figure-rows.ts'
import { type Further, furtherRows } from './further-rows.ts'
import type { Cost } from './watch-cost.ts'

interface Measured {
  both: Both
  cost: { ours: Cost; peer: Cost }
  further: Further
  /** The machine's load before the bench began: what others did to the figures. */
  loadBefore: number
}

/** docs/performance.md, by the bench alone: nobody edits a figure. */
export async function writePage(measured: Measured): Promise<void> {
  await writeFile(join(root, 'docs', 'performance.md'), page(measured))
}

function page({ both, cost, further, loadBefore }: Measured): string {
  const [ours, peer] = [sumOf(cost.ours), sumOf(cost.peer)]
  return `# Performance

Written by \`npm run bench\`; do not edit. Measured on ${new Date().toISOString().slice(0, 10)}, ${availableParallelism()} cores, Node ${process.version}; load of the machine before the bench ${loadBefore.toFixed(1)}, at its end ${loadavg()[0]?.toFixed(1)}. Load generator, both contenders, their other system and one MongoDB share the machine. Only the ratios mean something, and on a machine that does other work at the same time even they are rough: the CPU of a run is the steadier figure.

One run has five steps: condition, set-status, http-request, set-status, end. **Fieldledger** is the shipped api and worker with production settings: API key, validation, company checks, number, timeline, audit, every step's result, indexes. **Stock Agenda** has its change-stream channel, one job a run and one checkpoint a step, and nothing else. Both answer once the run is durable; a run counts when its last step is.

| | Fieldledger | stock Agenda | ours ÷ peer |
| --- | ---: | ---: | ---: |
${figureRows(both)
  .map((row) => `| ${row.join(' | ')} |`)
  .join('\n')}
| CPU ms a run, all processes | ${showFigure(ours)} | ${showFigure(peer)} | ${(ours / peer).toFixed(2)} |

## What else was measured
| | |
| --- | --- |
${furtherRows(further)
  .map((row) => `| ${row.join(' | ')} |`)
  .join('\n')}

With more workers nothing is gained where all processes share two cores: the limit is the processor, not a lock of MongoDB; what each takes of it stands below.

## What a run costs
${costTable(cost)}

## How it is done
- **Group commit.** Submits and checkpoints that come together share one transaction, one step of the form's counter, one write of the audit and one outbox row for each company. Nobody waits for a group to fill; whoever comes while one is under way goes into the next. One group is under way at a time: two would halve each other. Every write keeps its fence (epoch, number of the timeline, unique keys): a group in which one does not hold is undone and each is saved by itself.
- **One claim a run.** Before a request leaves the process the run is saved where it stands, and goes on by the same claim. What the steps between two such points left is one row.
- **Reads are shared or kept.** Runs that are claimed together are loaded together. The API keeps what every submit asks for until the change stream tells of a change: gone within milliseconds, within 3 s when the stream falls silent, after a minute in any case.
- **Backlog.** With 10,000 runs waiting further submits get 503 with Retry-After.
- **Idle costs nothing.** The claim's index holds due work alone: with 200,000 waiting runs a claim reads no key.
`
}

function costTable({ ours, peer }: Measured['cost']): string {
  const lines = (name: string, { cpuMs, database }: Cost) => [
    ...Object.entries(cpuMs).map(([what, value]) => `| ${name} | CPU ms, ${what} | ${showFigure(value)} |`),
    ...Object.entries(database).map(([what, value]) => `| ${name} | ${what} | ${showFigure(value)} |`),
  ]
  return [
    '| | for one run | |',
    '| --- | --- | ---: |',
    ...lines('Fieldledger', ours),
    ...lines('stock Agenda', peer),
  ].join('\n')
}

function sumOf({ cpuMs }: Cost): number {
  return Object.values(cpuMs).reduce((sum, value) => sum + value, 0)
}
