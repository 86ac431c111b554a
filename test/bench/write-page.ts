import { writeFile } from 'node:fs/promises'
import { availableParallelism, loadavg } from 'node:os'
import { join } from 'node:path'
import { root } from '../../apps/local/src/house/root.ts'
import { type Both, figureRows, showFigure } from './figure-rows.ts'
import { type Further, furtherRows } from './further-rows.ts'
import type { Turns } from './measure-by-turns.ts'
import type { Cost } from './watch-cost.ts'
import { whichLimit } from './which-limit.ts'

const cores = availableParallelism()

interface Measured {
  both: Both
  byTurns: Turns
  further: Further
  /** The machine's load before the bench began: what others did to the figures. */
  loadBefore: number
}

/** docs/performance.md, by the bench alone: nobody edits a figure. */
export async function writePage(measured: Measured): Promise<void> {
  await writeFile(join(root, 'docs', 'performance.md'), page(measured))
}

function page({ both, byTurns, further, loadBefore }: Measured): string {
  const cost = { ours: byTurns.ours.cost, peer: byTurns.peer.cost }
  const [ours, peer] = [sumOf(cost.ours), sumOf(cost.peer)]
  return `# Performance

Written by \`npm run bench\`; do not edit. Measured on ${new Date().toISOString().slice(0, 10)}, ${cores} cores, Node ${process.version}; load of the machine before the bench ${loadBefore.toFixed(1)}, at its end ${loadavg()[0]?.toFixed(1)}. Load generator, both contenders, their other system and a MongoDB for each, of the same settings, share the machine; the two are measured in turn, ${byTurns.ratios.toTheEnd.length} times, while the other one has nothing to do, and the middle turn of each is told, of what goes on while submits arrive the middle of all turns. Only the ratios mean something, and on a machine that does other work at the same time even they are rough: the CPU of a run is the steadier figure.

One run has five steps: condition, set-status, http-request, set-status, end. **Fieldledger** is the shipped api and worker with production settings: API key, validation, company checks, number, timeline, audit, every step's result, indexes. **Stock Agenda** has its change-stream channel, one job a run and one checkpoint a step, and nothing else. Both answer once the run is durable; a run counts when its last step is.

| | Fieldledger | stock Agenda | ours ÷ peer |
| --- | ---: | ---: | ---: |
${figureRows(both)
  .map((row) => `| ${row.join(' | ')} |`)
  .join('\n')}
| CPU ms a run, all processes | ${showFigure(ours)} | ${showFigure(peer)} | ${(ours / peer).toFixed(2)} |

${reached(both, byTurns)}

## What else was measured
| | |
| --- | --- |
${furtherRows(further)
  .map((row) => `| ${row.join(' | ')} |`)
  .join('\n')}

${byWorkers(further.byWorkers)} ${limit(cost.ours)}

## What a run costs
${costTable(cost)}

## Where the time goes
${profile}

## How it is done
- **Group commit.** Submits and checkpoints that come together share one transaction, one step of the form's counter, one row of the audit and one outbox row for each company. Nobody waits for a group to fill; whoever comes while one is under way goes into the next, and behind a group of more than twenty that one rests for up to 40 ms, so that more come to it. One group is under way at a time: two would halve each other. Every write keeps its fence (epoch, number of the timeline, unique keys): a group in which one does not hold is undone and each is saved by itself.
- **One claim a run.** The first steps that need nothing but the form are taken and saved with the submit, so a run may stand at its request when it is claimed. Where it does not, it is saved where it stands before the request leaves the process, and goes on by the same claim. What the first steps of a run left stands in the run’s own row, what they stamped in the form’s ([decision 0023](decisions/0023-first-stamps-and-results-stand-in-their-own-rows.md)).
- **Reads are shared or kept.** Runs that are claimed together are loaded together. The API keeps what every submit asks for until it hears of a change: gone within milliseconds, within 3 s when it does not hear other processes, after 5 s in any case. One bell tells of all that was committed together ([decision 0022](decisions/0022-a-bell-for-what-was-committed-together.md)).
- **Objects keep their shape.** Four habits of Node 20, esbuild, Express and better-auth made V8 take nearly every object for one that it had never seen: a third of the CPU of a run ([decision 0024](decisions/0024-objects-keep-their-shape.md)). Node’s own code lies on large pages: a sixteenth.
- **Newcomers first.** Node accepts one connection in each turn of its event loop. While somebody comes in with every turn, requests wait for the others, some tenth of a second: of a thousand at once the second half came in before behind turns made long by commits of seven forms each. By pairs of checkouts on one machine p95 of a thousand was 0.8 to 3.1 s before and is 0.9 to 1.6 s. Of 12,000 that ask within eight seconds the middle one of the refused was told so after 11 to 16 s before and after 4 to 6 s now; 1,500 to 8,500 were accepted then, over half a minute, and 1,400 to 2,600 now, over ten seconds.
- **Backlog.** With 10,000 runs waiting, or what \`FIELDLEDGER_MOST_WAITING\` says, further submits get 503 with Retry-After; also while the first of more than fifty that are being read and saved has waited for three seconds, for here saving costs as much as running, so that people wait before runs do.
- **Idle costs nothing.** The claim's index holds due work alone: with 200,000 waiting runs a claim reads no key.
`
}

/** By hand, since a profile slows what it looks at: perf with 500 and 999 samples a second. */
const profile = `Profiled on 2026-11-28 under this load; shares of each process’s own CPU.
- **mongod**: updates 35 % (their indexes 19 %; of these 14 %, within a transaction, reading the description of every index of a collection again for each of them), finds 10 %, inserts 10 %, waiting for and writing the journal 7 %, planning 5 %, evicting pages 4 % (its cache was half a gigabyte), commits 3 %, the kernel beneath all of it 13 %. It was profiled before four of the nine indexes of runs became two.
- **api**: writing to sockets 12 %, garbage 9 %, the answer as JSON 9 %, Express, its routes and middleware 8 %, writing the group 7 %, checking the values 6 %, helmet 3 %, the rest in small pieces.
- **worker**: writing to sockets 23 %, steps 12 %, writing the group 12 %, garbage 8 %, reading what was claimed 7 %.
- **What brought it here**, by documents and CPU a run: 8 inserts and 5 updates, 4.9 ms; steps taken with the submit, 7 and 3, 2.4 ms; first stamps and results in the rows of their form and run, audit by group, bells in place of change streams, fewer indexes of runs, 2 and 3, 2.0 ms; since then the documents are the same, and by pairs of checkouts on one machine objects that keep their shape took 34 % off, the rest behind large groups 14 %, large pages 6 %; a larger cache of the embedded database some 5 %, reckoned from two pairs of which one checkout had the peer beside it.`

/** Issue 4 asks for so many times stock Agenda. */
const wanted = 10

function reached({ ours, peer }: Both, { ours: { cost }, ratios }: Turns): string {
  const toTheEnd = ours.runsPerSecond / peer.runsPerSecond
  const sustained = ours.sustainedPerSecond / peer.sustainedPerSecond
  const may = (cores * 1000) / (wanted * peer.runsPerSecond)
  const turnByTurn = (some: readonly number[]) =>
    some.map((one) => (Number.isFinite(one) ? one.toFixed(1) : 'the peer finished none')).join(', ')
  const so = `${wanted} times stock Agenda are asked for. While submits arrive ${sustained.toFixed(1)} times were reached (turn by turn ${turnByTurn(ratios.sustained)}): that is what either does as long as they do. Counted to the end of the last run ${toTheEnd.toFixed(1)} times were reached (${turnByTurn(ratios.toTheEnd)}), for the peer leaves a backlog and works it off faster when nobody submits beside it.`
  if (toTheEnd >= wanted) return so
  return `${so} For ten times by that count a run may take ${showFigure(may)} ms of processor on this machine, load generator and the other system included; our processes took ${showFigure(sumOf(cost))} ms and those two ${showFigure(cost.generatorMs)} ms.`
}

function byWorkers(rows: Further['byWorkers']): string {
  const [one] = rows
  const best = rows.toSorted((a, b) => b.runsPerSecond - a.runsPerSecond)[0]
  if (one === undefined || best === undefined) return ''
  const times = best.runsPerSecond / one.runsPerSecond
  return times < 1.1
    ? 'More workers gained nothing here, where all processes share the cores.'
    : `${best.workers} workers did ${times.toFixed(2)} times what one did.`
}

function limit({ machine, runs, cpuMs, generatorMs, database }: Cost): string {
  return whichLimit({ machine, runs, cpuMs, generatorMs, cores, syncsPerRun: database['journal syncs'] ?? 0 })
}

function costTable({ ours, peer }: Record<'ours' | 'peer', Cost>): string {
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
