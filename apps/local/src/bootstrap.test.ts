import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from './house/root.ts'

const bootstrap = join(root, 'apps', 'local', 'bootstrap.mjs')
const bootstrapFolder = join(root, 'apps', 'local', 'bootstrap')

function node(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  return { status, stdout: stdout.trim(), stderr: stderr.trim() }
}

test('too old a Node gets one sentence with the way out, before anything is installed', () => {
  const disguise = 'data:text/javascript,Object.defineProperty(process,"version",{value:"v18.19.1"})'
  expect(node('--import', disguise, bootstrap, 'start')).toEqual({
    status: 1,
    stdout: '',
    stderr:
      'Fieldledger needs Node 20.19 or newer and this is v18.19.1: install a newer one from https://nodejs.org, then run the command again.',
  })
})

test('an unknown command is refused with those that there are', () => {
  const answer = node(bootstrap, 'strat')
  expect(answer.status).toBe(1)
  expect(answer.stderr).toBe(
    'There is no command "strat": take one of start, dev, check, test, bench, simulate, soak, settings-table.',
  )
})

test.each([
  ['npm error code ENOTFOUND', 'connect to the network'],
  ['npm error code ENOSPC', 'The disk is full'],
  ['npm error code EACCES', 'writable'],
])('npm failing with "%s" is told as a sentence', (output, words) => {
  const program = `import('${bootstrapFolder}/install-failure.mjs').then((m) => console.log(m.installFailure(process.argv[1])))`
  expect(node('-e', program, output).stdout).toContain(words)
})
