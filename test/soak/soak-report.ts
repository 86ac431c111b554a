import { cpus } from 'node:os'
import { failpointNames } from '@fieldledger/runtime'
import { killsIn, type StormTold } from '../faults/chaos/storm.ts'

/** docs/soak-report.md: what was done and counted; a round stands in it only once its books were judged and agreed. */
export function soakReport(rounds: readonly StormTold[]): string {
  const sum = (of: (told: StormTold) => number) => rounds.reduce((total, told) => total + of(told), 0)
  const rows = rounds.map(
    (told, position) =>
      `| ${position + 1} | ${told.orders} | ${told.workerKills} | ${told.apiKills} | ${told.seconds.toFixed(0)} |`,
  )
  const points = failpointNames.map(
    (point) => `| \`${point}\` | ${sum(({ hits }) => hits.get(point) ?? 0)} |`,
  )
  return `# Soak: killed again and again

Written by \`npm run soak -- --kills 10000\` on ${cpus().length} processors (${cpus()[0]?.model ?? 'unknown'}), Node ${process.version}, ${new Date().toISOString().slice(0, 10)}.

Three workers and an api of the shipped build are killed with \`kill -9\`, at the named points and from outside, while orders are submitted, approved and revised and 40 % of the posts to the ledger go wrong. After each round the fake ledger's books, the effects, the runs and the timelines are held against each other; a difference ends the soak.

**${sum(killsIn)} kills, ${sum(({ orders }) => orders)} orders: 0 lost, 0 doubled**, in ${(sum(({ seconds }) => seconds) / 60).toFixed(0)} minutes.

| round | orders | kills of workers | kills of the api | seconds |
|---|---|---|---|---|
${rows.join('\n')}

| killed at | times |
|---|---|
${points.join('\n')}
`
}
