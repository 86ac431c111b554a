import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { root } from './house/root.ts'
import { runCommand } from './house/run-command.ts'
import { runTool } from './suites/run-tool.ts'

/** `npm run soak -- --kills 10000`: hours, on a machine that does nothing else; writes docs/soak-report.md. */
await runCommand(async () => {
  const { values } = parseArgs({ options: { kills: { type: 'string', default: '10000' } } })
  return (await runTool({
    script: join(root, 'node_modules', 'vitest', 'vitest.mjs'),
    arguments: ['run', '--project', 'soak'],
    env: { SOAK_KILLS: values.kills },
  }))
    ? 0
    : 1
})
