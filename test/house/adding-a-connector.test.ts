import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'

const run = promisify(execFile)
const repository = join(import.meta.dirname, '../..')
const source = 'packages/connectors/src'
let copy: string

beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), 'fieldledger-connector-'))
  await cp(join(repository, source), join(copy, source), {
    recursive: true,
    filter: (path) => !path.endsWith('.test.ts') && !path.endsWith('practice-ledger.ts'),
  })
  await symlink(join(repository, 'node_modules'), join(copy, 'node_modules'))
  await symlink(
    join(repository, 'packages/connectors/node_modules'),
    join(copy, 'packages/connectors/node_modules'),
  ).catch(() => undefined)
  const config = JSON.parse(await readFile(join(repository, 'tsconfig.json'), 'utf8'))
  await writeFile(
    join(copy, 'tsconfig.json'),
    JSON.stringify({ ...config, include: [`${source}/index.ts`, `${source}/papertrail/*.ts`] }),
  )
  await writeFile(join(copy, 'package.json'), '{"type":"module"}')
  for (const [path, text] of await filesOfTheGuide()) {
    await mkdir(dirname(join(copy, path)), { recursive: true })
    await writeFile(join(copy, path), text)
  }
}, 60_000)
afterAll(() => rm(copy, { recursive: true, force: true }))

/** The files that docs/adding-a-connector.md shows, by the path in their first line. */
async function filesOfTheGuide(): Promise<Map<string, string>> {
  const guide = await readFile(join(repository, 'docs/adding-a-connector.md'), 'utf8')
  const listings = guide.matchAll(/```ts\n\/\/ (packages\/\S+)\n([\s\S]*?)```/g)
  return new Map([...listings].map(([, path = '', text = '']) => [path, text]))
}

async function change(path: string, edit: (text: string) => string): Promise<void> {
  await writeFile(join(copy, path), edit(await readFile(join(copy, path), 'utf8')))
}

/** What a tool of the repository prints about the copy; '' when it is content. */
const complaints = (tool: string, ...words: string[]) =>
  run('node', [join(repository, 'node_modules', tool), ...words], { cwd: copy })
    .then(() => '')
    .catch((failure: { stdout: string; stderr: string }) => `${failure.stdout}${failure.stderr}` || 'failed')

test('the guide’s connector compiles in its place, and one without an operation does not', async () => {
  await change(`${source}/connectors.ts`, (text) =>
    `import { papertrail } from './papertrail/connector.ts'\n${text}`.replace(
      '= [quickbooksOnline,',
      '= [papertrail, quickbooksOnline,',
    ),
  )
  const typeCheck = () => complaints('typescript/bin/tsc', '--project', join(copy, 'tsconfig.json'))
  expect(await typeCheck()).toBe('')
  const connector = `${source}/papertrail/connector.ts`
  const whole = await readFile(join(copy, connector), 'utf8')
  await change(connector, (text) => text.replace("    'item.find': impossible,\n", ''))
  expect(await typeCheck()).toContain('item.find')
  await writeFile(join(copy, connector), whole)
}, 300_000)

test('the guide’s connector passes the basics that every connector passes', async () => {
  expect(await complaints('vitest/vitest.mjs', 'run', '--root', copy, `${source}/papertrail`)).toBe('')
}, 300_000)
