import { join } from 'node:path'
import { programFlags } from '../../bundle/program-flags.mjs'
import type { ProcessPlan } from '../processes/start-process.ts'
import type { ServerName } from './server-names.ts'

/** One of our servers, run from its bundle in the checkout or in a patched copy of it. */
export function serverPlan(options: {
  name: ServerName
  tree: string
  dataFolder: string
  env: NodeJS.ProcessEnv
}): ProcessPlan {
  const { name, tree, dataFolder, env } = options
  const main = join(tree, 'apps', name, 'dist', 'main.js')
  return { name, program: process.execPath, arguments: [...programFlags, main], env, dataFolder }
}
