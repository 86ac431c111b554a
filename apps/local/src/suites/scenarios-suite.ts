import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findChromium } from '../chromium/find-chromium.ts'
import { root } from '../house/root.ts'
import { databaseFolder } from './database-folder.ts'
import { freshResultFile } from './results-folder.ts'
import { runHeardTool } from './run-heard-tool.ts'
import type { Suite } from './suite.ts'

const playwright = join(root, 'node_modules', '@playwright', 'test', 'cli.js')
const config = join(root, 'test', 'scenarios', 'playwright.config.ts')

/** The browser scenarios, against the built stack. */
export const scenarios: Suite = {
  name: 'scenarios',
  run: async () => {
    const file = freshResultFile('scenarios')
    const { content, lastWords } = await runHeardTool({
      script: playwright,
      arguments: ['test', '--config', config, '--reporter=list,json'],
      env: {
        ...databaseFolder(),
        PLAYWRIGHT_CHROMIUM: await findChromium(),
        PLAYWRIGHT_JSON_OUTPUT_FILE: file,
      },
    })
    if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0, lastWords }
    const { stats }: { stats: { expected: number; unexpected: number; flaky: number; skipped: number } } =
      JSON.parse(readFileSync(file, 'utf8'))
    return {
      passed: stats.expected,
      failed: Math.max(stats.unexpected + stats.flaky, content ? 0 : 1),
      skipped: stats.skipped,
      ...(content ? {} : { lastWords }),
    }
  },
}
