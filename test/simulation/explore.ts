import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { root } from '../../apps/local/src/house/root.ts'
import { type Exploration, together } from './exploration.ts'

export interface Explore {
  /** The tree whose code is run: the checkout, or a patched copy of it. */
  tree?: string
  name: string
  first?: number
  schedules?: number
  /** These seeds instead. */
  kept?: readonly number[]
  /** Failing seeds are written here. */
  seeds?: string
  untilRed?: boolean
  processes?: number
}

/** Runs schedules in processes of their own, each with a range of seeds. */
export async function explore(options: Explore): Promise<Exploration> {
  const { tree = root, name, first = 1, schedules = 0, processes = availableParallelism() } = options
  const folder = join(root, 'test-results', 'simulation')
  mkdirSync(folder, { recursive: true })
  const script = join(folder, `${name}.mjs`)
  const entry = join(tree, 'test', 'simulation', 'simulate.ts')
  execFileSync(process.execPath, [join(root, 'apps', 'local', 'bundle.mjs'), entry, script])
  const share = Math.ceil(schedules / processes)
  const ranges = options.kept === undefined ? Array.from({ length: processes }, (_, part) => part) : [0]
  const running = new Set<ChildProcess>()
  const endTheRest = () => {
    for (const child of running) child.kill()
  }
  const parts = await Promise.all(
    ranges.map(async (part) => {
      const report = join(folder, `${name}-${part}.json`)
      const given = [
        ...(options.kept === undefined ? [] : ['--kept', options.kept.join(',')]),
        ...['--first', String(first + part * share), '--schedules', String(share), '--report', report],
        ...(options.seeds === undefined ? [] : ['--seeds', options.seeds]),
        ...(options.untilRed === true ? ['--until-red'] : []),
      ]
      const found = await runPart(script, { given, report, running })
      if (options.untilRed === true && found !== undefined && found.red.length > 0) endTheRest()
      return found
    }),
  )
  return together(parts.filter((part) => part !== undefined))
}

/** Nearly everything is garbage after its schedule; each process has one processor to itself. */
const shortLived = ['--enable-source-maps', '--max-semi-space-size=32', '--single-threaded-gc']

/** undefined = it was ended, since another part had found what was looked for. */
function runPart(
  script: string,
  { given, report, running }: { given: string[]; report: string; running: Set<ChildProcess> },
): Promise<Exploration | undefined> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...shortLived, script, ...given], { stdio: 'inherit' })
    running.add(child)
    child.once('error', reject)
    child.once('exit', (code) => {
      running.delete(child)
      if (code === 0) resolve(JSON.parse(readFileSync(report, 'utf8')))
      else if (child.killed) resolve(undefined)
      else reject(new RangeError(`The simulation ended with ${code}: its output stands above.`))
    })
  })
}
