import { spawnSync } from 'node:child_process'
import { installFailure } from './install-failure.mjs'
import { isInstalled, stampInstalled } from './installed.mjs'
import { root } from './root.mjs'

// Scripts of packages are not run: whatever we use carries its program in a package of its own.
const options = [
  '--ignore-scripts',
  '--no-audit',
  '--no-fund',
  '--fetch-retries=2',
  '--fetch-retry-mintimeout=2000',
]

/** Installs when node_modules does not hold what package-lock.json names; a second call installs nothing. */
export function installWhenChanged() {
  if (isInstalled(root)) return
  console.log('Installing the packages that package-lock.json names …')
  const answer = npm('ci')
  if (answer.status !== 0) {
    console.error(installFailure(String(answer.stderr) || String(answer.error ?? '')))
    process.exit(1)
  }
  stampInstalled(root)
}

function npm(command) {
  const script = process.env.npm_execpath
  const [program, first] = script?.endsWith('.js') ? [process.execPath, [script]] : ['npm', []]
  return spawnSync(program, [...first, command, ...options], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'pipe'],
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: '' },
  })
}
