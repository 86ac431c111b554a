import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'

const run = promisify(execFile)
const repository = join(import.meta.dirname, '../..')
let copy: string

beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), 'fieldledger-step-'))
  await cp(join(repository, 'packages/steps'), join(copy, 'packages/steps'), {
    recursive: true,
    filter: (path) => !path.includes('node_modules') && !/\.test\.tsx?$/.test(path),
  })
  await symlink(join(repository, 'node_modules'), join(copy, 'node_modules'))
  const config = JSON.parse(await readFile(join(repository, 'tsconfig.json'), 'utf8'))
  await writeFile(
    join(copy, 'tsconfig.json'),
    JSON.stringify({
      ...config,
      include: [
        'packages/steps/src/*.ts',
        'packages/steps/src/*/definition.ts',
        'packages/steps/src/*/execute.ts',
      ],
    }),
  )
})
afterAll(() => rm(copy, { recursive: true, force: true }))

/** The files that docs/adding-a-step.md shows, by the path in their first line. */
async function filesOfTheGuide(): Promise<Map<string, string>> {
  const guide = await readFile(join(repository, 'docs/adding-a-step.md'), 'utf8')
  const listings = guide.matchAll(/```ts\n\/\/ (packages\/\S+)\n([\s\S]*?)```/g)
  return new Map([...listings].map(([, path = '', text = '']) => [path, text]))
}

async function addLine(file: string, edit: { import: string; entry: string; before: string }) {
  const path = join(copy, 'packages/steps/src', file)
  const text = await readFile(path, 'utf8')
  await writeFile(path, `${edit.import}\n${text.replaceAll(edit.before, `${edit.entry}\n  ${edit.before}`)}`)
}

const typeErrors = () =>
  run(
    'node',
    [join(repository, 'node_modules/typescript/bin/tsc'), '--project', join(copy, 'tsconfig.json')],
    { cwd: copy },
  )
    .then(() => '')
    .catch((failure: { stdout: string }) => failure.stdout)

test('the guide’s step compiles, and one without an executor does not', async () => {
  for (const [path, text] of await filesOfTheGuide()) {
    await mkdir(dirname(join(copy, path)), { recursive: true })
    await writeFile(join(copy, path), text)
  }
  const before = "'set-status': setStatus,"
  await addLine('definitions.ts', {
    import: "import { remind } from './remind/definition.ts'",
    entry: 'remind,',
    before,
  })
  expect(await typeErrors()).toContain('remind')
  await addLine('executors.ts', {
    import: "import { execute as remind } from './remind/execute.ts'",
    entry: 'remind,',
    before,
  })
  expect(await typeErrors()).toBe('')
}, 120_000)
