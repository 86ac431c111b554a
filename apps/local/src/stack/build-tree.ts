import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { root } from '../house/root.ts'
import { StartRefused } from '../house/start-refused.ts'

/** Builds every app of the checkout; what has not changed comes from turbo's cache. */
export function buildCheckout(): void {
  const turbo = join(root, 'node_modules', '.bin', 'turbo')
  const flags = ['run', 'build', '--output-logs=errors-only', '--log-order=grouped', '--no-update-notifier']
  run([turbo, ...flags], root)
}

/** Bundles the servers of a patched copy: the copy has our sources alone and borrows the checkout's node_modules. */
export function buildCopy(tree: string): void {
  const bundler = join(root, 'apps', 'local', 'bundle.mjs')
  for (const name of ['sandbox', 'api', 'worker'])
    run([process.execPath, bundler, '--whole'], join(tree, 'apps', name))
  run(
    [process.execPath, bundler, '--whole', 'src/prepare-database.ts', 'dist/prepare-database.js'],
    join(tree, 'apps', 'local'),
  )
}

function run([program = '', ...args]: readonly string[], folder: string) {
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd: folder,
    encoding: 'utf8',
    stdio: 'pipe',
  })
  if (status === 0) return
  throw new StartRefused(
    'build-failed',
    `${stdout}${stderr}\nThe build failed: cure what stands above, then run the command again.`,
  )
}
