import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { programFlags } from '../bundle/program-flags.mjs'
import { root } from './house/root.ts'

const tree = mkdtempSync(join(tmpdir(), 'fieldledger-bundle-'))
const app = join(tree, 'apps', 'greeter')
const launcher = join(app, 'dist', 'main.js')

beforeAll(() => {
  mkdirSync(join(app, 'src'), { recursive: true })
  writeFileSync(join(tree, 'package.json'), '{ "workspaces": ["apps/*"] }')
  writeFileSync(join(app, 'package.json'), '{ "type": "module" }')
  writeGreeter('Hello')
  build()
})
afterAll(() => rmSync(tree, { recursive: true, force: true }))

function writeGreeter(word: string) {
  const source = `
export async function main() {
  if (process.argv[2] === 'fail') throw Error('no voice')
  console.log('${word}', new URL('../songs', import.meta.url).pathname)
}
`
  writeFileSync(join(app, 'src', 'main.ts'), source)
}

const build = () =>
  execFileSync(process.execPath, [join(root, 'apps', 'local', 'bundle.mjs'), '--whole'], { cwd: app })

const greet = (...args: string[]) =>
  spawnSync(process.execPath, [...programFlags, launcher, ...args], { encoding: 'utf8' })

/** What the launcher says of the compiled code that it found. */
function codeTaken(): string {
  const said = spawnSync(process.execPath, [...programFlags, launcher], {
    encoding: 'utf8',
    env: { ...process.env, NODE_DEBUG: 'fieldledger-launcher' },
  })
  return /compiled code: (\w+)/.exec(said.stderr)?.[1] ?? said.stderr
}

test('a bundled program starts with the compiled code of its build, and knows where it stands', () => {
  expect(greet().stdout).toBe(`Hello ${join(app, 'songs')}\n`)
  expect(codeTaken()).toBe('taken')
})

test('a text beyond ASCII is the same text, in a tagged template too', () => {
  const source = `const tag = (parts: TemplateStringsArray) => parts.join('')
export async function main() {
  console.log('Fräse · ½', tag\`Größe · 北京 😀\`)
}
`
  writeFileSync(join(app, 'src', 'main.ts'), source)
  build()
  expect(greet().stdout).toBe('Fräse · ½ Größe · 北京 😀\n')
  writeGreeter('Hello')
  build()
})

test('an error names the line of the source', () => {
  const { status, stderr } = greet('fail')
  expect(status).not.toBe(0)
  expect(stderr).toContain('no voice')
  expect(stderr).toContain(`${join(app, 'src', 'main.ts')}:3:`)
})

test('compiled code of another build, cut off, or of another Node is left alone, and the program starts', () => {
  const cache = launcher.replace(/js$/, 'cache')
  const ofHello = readFileSync(cache)
  writeGreeter('Howdy')
  build()
  const ofHowdy = readFileSync(cache)
  writeFileSync(cache, ofHello)
  expect(codeTaken()).toBe('foreign')
  expect(greet().stdout).toMatch(/^Howdy/)
  writeFileSync(cache, ofHowdy.subarray(0, 200))
  expect(codeTaken()).toBe('rejected')
  expect(greet().stdout).toMatch(/^Howdy/)
  // V8's own version stands behind its magic number.
  writeFileSync(cache, Buffer.concat([ofHowdy.subarray(0, 68), Buffer.alloc(4), ofHowdy.subarray(72)]))
  expect(codeTaken()).toBe('rejected')
  expect(greet().stdout).toMatch(/^Howdy/)
  rmSync(cache)
  expect(codeTaken()).toBe('absent')
  expect(greet().stdout).toMatch(/^Howdy/)
})
