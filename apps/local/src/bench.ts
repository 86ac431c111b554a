import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from './house/root.ts'
import { runCommand } from './house/run-command.ts'
import { say } from './house/say.ts'
import { runTool } from './suites/run-tool.ts'

const folder = join(root, 'test', 'bench')
const wanted = process.argv.slice(2)

await runCommand(async () => {
  const benches = (await readdir(folder)).filter((name) => name.endsWith('.bench.ts') && isWanted(name))
  let failed = 0
  for (const bench of benches.toSorted()) {
    say(`\n── ${bench} ──`)
    failed += (await runBench(bench)) ? 0 : 1
  }
  return failed > 0 ? 1 : 0
})

async function runBench(bench: string): Promise<boolean> {
  const bundled = join(root, 'apps', 'local', 'dist', 'bench', bench.replace(/\.ts$/, '.mjs'))
  const bundler = join(root, 'apps', 'local', 'bundle.mjs')
  if (!(await runTool({ script: bundler, arguments: [join(folder, bench), bundled] }))) return false
  return runTool({ script: bundled, arguments: [] })
}

/** `npm run bench -- editor` runs that one; without a name all run. */
function isWanted(bench: string): boolean {
  return wanted.length === 0 || wanted.includes(bench.replace(/\.bench\.ts$/, ''))
}
