import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { programOnPath } from '../house/program-on-path.ts'
import { root } from '../house/root.ts'
import type { ChromiumSource } from './chromium-source.ts'

const patience = 600_000

export const playwrightsChromium: ChromiumSource = async ({ playwrightsOwn, say }) => {
  if (existsSync(playwrightsOwn)) return { program: playwrightsOwn }
  say('Fetching Chromium by Playwright …')
  const cli = join(root, 'node_modules', '@playwright', 'test', 'cli.js')
  const answer = spawnSync(process.execPath, [cli, 'install', 'chromium'], {
    encoding: 'utf8',
    timeout: patience,
  })
  if (answer.status === 0 && existsSync(playwrightsOwn)) return { program: playwrightsOwn }
  return { reason: `Playwright’s download failed (${reasonIn(answer.stderr)})` }
}

export const debiansChromium: ChromiumSource = async ({ isRoot, path, say }) => {
  if (!programOnPath('apt-get', path)) return { reason: 'there is no apt-get for Debian’s package' }
  if (!isRoot) return { reason: 'Debian’s package can be installed by root alone' }
  say('Installing Debian’s chromium package …')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  spawnSync('apt-get', ['update', '-qq'], { env, timeout: patience })
  const flags = ['install', '-y', '-qq', '--no-install-recommends', 'chromium']
  const answer = spawnSync('apt-get', flags, { env, encoding: 'utf8', timeout: patience })
  const program = programOnPath('chromium', path)
  return program
    ? { program }
    : { reason: `Debian’s package could not be installed (${reasonIn(answer.stderr)})` }
}

function reasonIn(output: string | null): string {
  const lines = (output ?? '').split('\n').filter((line) => /error|E:|failed/i.test(line))
  return lines[0]?.trim() ?? 'no answer'
}
