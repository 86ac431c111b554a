import { join } from 'node:path'
import { root } from './house/root.ts'
import { runCommand } from './house/run-command.ts'
import { runTool } from './suites/run-tool.ts'

const source = join(root, 'test', 'simulation', 'on-demand.ts')
const bundled = join(root, 'apps', 'local', 'dist', 'simulation', 'on-demand.mjs')

/** `npm run simulate -- --schedules 1000000 [--first 200001]`. */
await runCommand(async () => {
  const bundler = join(root, 'apps', 'local', 'bundle.mjs')
  if (!(await runTool({ script: bundler, arguments: [source, bundled] }))) return 1
  return (await runTool({ script: bundled, arguments: process.argv.slice(2) })) ? 0 : 1
})
