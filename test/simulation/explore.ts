import { execFileSync, spawn } from 'node:child_process'
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
  const parts = await Promise.all(
    ranges.map((part) => {
      const report = join(folder, `${name}-${part}.json`)
      const given = [
        ...(options.kept === undefined ? [] : ['--kept', options.kept.join(',')]),
        ...['--first', String(first + part * share), '--schedules', String(share), '--report', report],
        ...(options.seeds === undefined ? [] : ['--seeds', options.seeds]),
        ...(options.untilRed === true ? ['--until-red'] : []),
      ]
      return runPart(script, { given, report })
    }),
  )
  return together(parts)
}

function runPart(
  script: string,
  { given, report }: { given: string[]; report: string },
): Promise<Exploration> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--enable-source-maps', script, ...given], { stdio: 'inherit' })
    child.once('error', reject)
    child.once('exit', (code) => {
      if (code === 0) resolve(JSON.parse(readFileSync(report, 'utf8')))
      else reject(new RangeError(`The simulation ended with ${code}: its output stands above.`))
    })
  })
}
