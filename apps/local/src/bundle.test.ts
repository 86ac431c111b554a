import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { programFlags } from '../bundle/program-flags.mjs'
import { root } from './house/root.ts'

const folder = mkdtempSync(join(tmpdir(), 'fieldledger-bundle-'))
// Whoever keeps the checkout below such a folder reads our lines in stacks as well.
const tree = join(folder, 'node_modules', 'checkout')
const app = join(tree, 'apps', 'greeter')
const launcher = join(app, 'dist', 'main.js')

beforeAll(() => {
  mkdirSync(join(app, 'src'), { recursive: true })
  writeFileSync(join(tree, 'package.json'), '{ "workspaces": ["apps/*"] }')
  writeFileSync(join(app, 'package.json'), '{ "type": "module" }')
  writeGreeter('Hello')
  build()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

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

/** What another program prints in the greeter's place, which has it back afterwards. */
function printedBy(source: string, flags: readonly string[] = []): string {
  writeFileSync(join(app, 'src', 'main.ts'), source)
  build()
  const { stdout } = spawnSync(process.execPath, [...flags, ...programFlags, launcher], { encoding: 'utf8' })
  writeGreeter('Hello')
  build()
  return stdout
}

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
  expect(printedBy(source)).toBe('Fräse · ½ Größe · 北京 😀\n')
})

const looksLike = "new Function('one', 'other', 'return %HaveSameMap(one, other)')"

test('objects that are spread and added to are what they were, and look alike to V8', () => {
  const source = `const told: string[] = []
const tell = (word: string) => (told.push(word), word)
const grown = (base: object) => ({ ...base, [tell('key')]: tell('value'), b: 3, c() { return this.b } })
const kept = ({ a, ...rest }: { a: number; b: number }, more = {}) => ({ ...rest, ...more, a } satisfies object)
const added = (base: object) => ({ ...base, more: 1 })
export async function main() {
  console.log(JSON.stringify(grown({ a: 1, b: 2 })), grown({}).c(), told.join())
  console.log(JSON.stringify(kept({ a: 1, b: 2 }, { b: 4 })))
  const looksLike = ${looksLike}
  // V8 first learns what it is given here.
  for (let times = 0; times < 10_000; times++) added({ a: times, b: 2 })
  console.log(looksLike(added({ a: 1, b: 2 }), added({ a: 1, b: 2 })), JSON.stringify(added({ more: 2 })))
}
`
  const stdout = printedBy(source, ['--allow-natives-syntax'])
  expect(stdout.split('\n')).toEqual([
    '{"a":1,"b":3,"key":"value"} 3 key,value,key,value',
    '{"b":4,"a":1}',
    'true {"more":1}',
    '',
  ])
})

test('objects of one key look alike to V8 in a program of very many modules', () => {
  const parts = Array.from({ length: 1700 }, (_, place) => `part-${place}.cjs`)
  for (const part of parts) writeFileSync(join(app, 'src', part), 'module.exports = 1')
  const source = `${parts.map((part, place) => `import part${place} from './${part}'`).join('\n')}
const sum = ${parts.map((_, place) => `part${place}`).join(' + ')}
export async function main() {
  const looksLike = ${looksLike}
  console.log(sum, looksLike(JSON.parse('{"once":1}'), JSON.parse('{"once":2}')))
}
`
  const stdout = printedBy(source, ['--allow-natives-syntax'])
  expect(stdout).toBe('1700 true\n')
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
