import { join } from 'node:path'
import { root } from '../house/root.ts'
import { runTool } from './run-tool.ts'
import type { Suite } from './suite.ts'

const bundler = join(root, 'apps', 'local', 'bundle.mjs')
const bundled = join(root, 'test-results', 'report-behaviours.mjs')

/** Writes docs/behaviours.md from the results of all suites before it. */
export const behaviours: Suite = {
  name: 'behaviours',
  run: async () => {
    const source = join(root, 'test', 'reporter', 'report-behaviours.ts')
    const built = await runTool({ script: bundler, arguments: [source, bundled] })
    const content = built && (await runTool({ script: bundled, arguments: [root] }))
    return { passed: content ? 1 : 0, failed: content ? 0 : 1, skipped: 0 }
  },
}
