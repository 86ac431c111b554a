import { join } from 'node:path'
import { root } from '../house/root.ts'
import { runTool } from './run-tool.ts'
import type { Suite } from './suite.ts'

const program = (...path: string[]) => join(root, 'node_modules', ...path)

const verdict = (content: boolean) => ({ passed: content ? 1 : 0, failed: content ? 0 : 1, skipped: 0 })

export const types: Suite = {
  name: 'types',
  run: async () =>
    verdict(
      await runTool({
        script: program('typescript', 'bin', 'tsc'),
        arguments: ['--project', 'tsconfig.json'],
      }),
    ),
}

export const lint: Suite = {
  name: 'lint',
  run: async () =>
    verdict(
      await runTool({
        script: program('@biomejs', 'biome', 'bin', 'biome'),
        arguments: ['check', '--error-on-warnings', '.'],
      }),
    ),
}
