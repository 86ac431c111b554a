import { join } from 'node:path'
import { programFlags } from '../../bundle/program-flags.mjs'
import { StartRefused } from '../house/start-refused.ts'
import { tailOfLog } from '../processes/process-log.ts'
import { startProcess } from '../processes/start-process.ts'
import type { createClosers } from './closers.ts'

/** Migrates and makes the practice companies, in a process of its own, so that the supervisor stays small. */
export async function prepareDatabase(options: {
  tree: string
  dataFolder: string
  env: NodeJS.ProcessEnv
  arguments: string[]
  closers: ReturnType<typeof createClosers>
}): Promise<void> {
  const { tree, dataFolder, env, closers } = options
  const name = 'prepare-database'
  const program = join(tree, 'apps', 'local', 'dist', `${name}.js`)
  const child = startProcess({
    name,
    dataFolder,
    env,
    program: process.execPath,
    arguments: [...programFlags, program, ...options.arguments],
  })
  // Ctrl+C in the middle ends it too; what it was writing is repeatable.
  await closers.add(() => child.stop())
  await child.ended
  if (child.exitCode() === 0) return
  throw new StartRefused(
    'database-not-prepared',
    `${tailOfLog({ dataFolder, name }).slice(-1_500)}\nThe database could not be prepared: cure what stands above, then run the command again.`,
  )
}
