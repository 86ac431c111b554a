import { spawnSync } from 'node:child_process'
import { installFailure, lockIsIncomplete } from './install-failure.mjs'
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
  const output = installFaithfully()
  if (output !== undefined) {
    console.error(installFailure(output))
    process.exit(1)
  }
  stampInstalled(root)
}

/** What npm complained of, or undefined. A lock file that names too little is filled in for this checkout alone. */
function installFaithfully() {
  const complaint = npm(['ci'])
  if (complaint === undefined || !lockIsIncomplete(complaint)) return complaint
  return npm(['install', '--no-save'])
}

function npm(command) {
  const script = process.env.npm_execpath
  const [program, first] = script?.endsWith('.js') ? [process.execPath, [script]] : ['npm', []]
  const { status, stderr, error } = spawnSync(program, [...first, ...command, ...options], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'pipe'],
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: '' },
  })
  return status === 0 ? undefined : String(stderr || error)
}
