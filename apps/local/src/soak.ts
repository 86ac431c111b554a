import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { root } from './house/root.ts'
import { runCommand } from './house/run-command.ts'
import { runTool } from './suites/run-tool.ts'

/**
 * `npm run soak -- --kills 10000`: hours, on a machine that does nothing else; writes docs/soak-report.md round by round.
 * `--continue` counts the rounds that are recorded, so that it can be had in several sittings; each names its commit.
 */
await runCommand(async () => {
  const { values } = parseArgs({
    options: { kills: { type: 'string', default: '10000' }, continue: { type: 'boolean', default: false } },
  })
  return (await runTool({
    script: join(root, 'node_modules', 'vitest', 'vitest.mjs'),
    arguments: ['run', '--project', 'soak'],
    env: { SOAK_KILLS: values.kills, SOAK_CONTINUE: values.continue ? 'yes' : 'no' },
  }))
    ? 0
    : 1
})
