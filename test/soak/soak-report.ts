import { failpointNames } from '@fieldledger/runtime'
import type { SoakRound } from './soak-record.ts'

/** docs/soak-report.md, from the record alone. */
export function soakReport(rounds: readonly SoakRound[], { asked }: { asked: number }): string {
  const sum = (of: (round: SoakRound) => number) => rounds.reduce((total, round) => total + of(round), 0)
  const kills = sum(killsOf)
  const commits = new Set(rounds.map(({ commit }) => commit))
  const machines = new Set(rounds.map(({ processor, node }) => `${processor}, Node ${node}`))
  const points = failpointNames.map((point) => `| \`${point}\` | ${sum(({ hits }) => hits[point] ?? 0)} |`)
  return `# Soak: killed again and again

Written by \`npm run soak -- --kills ${asked}\` from [its record](../test/soak/soak-record.jsonl), on ${[...machines].join('; ') || 'no machine yet'}.

Three workers and an api of the shipped build are killed with \`kill -9\`, at the named points and from outside, while orders are submitted, approved and revised, 40 % of the posts to the ledger go wrong, and three more companies lose their sign-in with the ledger every second and a half. After each round the fake ledger's books, the effects, the runs, the timelines and the calls of another system are held against each other; a difference ends the soak.

**${kills} kills${kills < asked ? ` of the ${asked} asked for` : ''}, ${sum(({ orders }) => orders)} orders, ${sum(({ revised }) => revised)} of them revised: ${verdictOn(rounds)}**, in ${rounds.length} rounds of ${commits.size === 1 ? 'one commit' : `${commits.size} commits`} and ${(sum(({ seconds }) => seconds) / 60).toFixed(0)} minutes.

| round | ended | commit | orders | revised | kills of workers | kills of the api | seconds | books |
|---|---|---|---|---|---|---|---|---|
${rounds.map(rowOf).join('\n')}

| killed at | times |
|---|---|
${points.join('\n')}
`
}

export const killsOf = ({ workerKills, apiKills }: Pick<SoakRound, 'workerKills' | 'apiKills'>) =>
  workerKills + apiKills

function verdictOn(rounds: readonly SoakRound[]): string {
  const differing = rounds.filter(({ difference }) => difference !== undefined)
  return differing.length === 0
    ? '0 lost, 0 doubled'
    : `the books of ${differing.length} of ${rounds.length} rounds did not agree`
}

function rowOf(round: SoakRound, position: number): string {
  const { at, commit, orders, revised, workerKills, apiKills, seconds, difference } = round
  const books = difference === undefined ? 'agree' : inOneCell(difference)
  return `| ${position + 1} | ${at.slice(0, 16).replace('T', ' ')} | ${commit} | ${orders} | ${revised} | ${workerKills} | ${apiKills} | ${seconds.toFixed(0)} | ${books} |`
}

const inOneCell = (text: string) => text.replaceAll('|', '/').replaceAll('\n', ' ').slice(0, 300)
