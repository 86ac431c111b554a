import { execFileSync } from 'node:child_process'
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../apps/local/src/house/root.ts'

/** One round as it went, a line of the record; a round whose books did not agree is kept as well. */
export interface SoakRound {
  /** When it ended. */
  at: string
  commit: string
  node: string
  processor: string
  workerKills: number
  apiKills: number
  orders: number
  revised: number
  seconds: number
  /** How often each named point killed. */
  hits: Record<string, number>
  /** What did not agree. */
  difference?: string
}

const file = join(root, 'test', 'soak', 'soak-record.jsonl')
/** What the killed processes are made of. */
const underTest = ['apps/api', 'apps/worker', 'packages', ':!*.test.ts', ':!*.test.tsx']

export class SoakRefused extends Error {
  readonly code = 'soak-refused'
  readonly retryable = false

  constructor(sentence: string) {
    super(sentence)
    this.name = 'SoakRefused'
  }
}

/** The last commit that changed what is under test. What is not committed cannot be repeated by anybody else. */
export function commitUnderTest(): string {
  if (git('status', '--porcelain', '--', ...underTest) !== '')
    throw new SoakRefused('A soak tells which commit it was: commit your changes, then start it again.')
  return git('log', '-1', '--abbrev=10', '--format=%h', '--', ...underTest)
}

/** The rounds recorded so far, if they are to be gone on from; each names the commit that it was. */
export function recordedRounds({ goOn }: { goOn: boolean }): SoakRound[] {
  if (!goOn) {
    writeFileSync(file, '')
    return []
  }
  if (!existsSync(file)) return []
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line): SoakRound => JSON.parse(line))
}

export const record = (round: SoakRound) => appendFileSync(file, `${JSON.stringify(round)}\n`)

function git(...args: string[]): string {
  return execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim()
}
