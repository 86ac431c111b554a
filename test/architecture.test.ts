import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { bannedWords } from './architecture/rules/banned-words.ts'
import {
  filesStaySmall,
  noMockedModules,
  noRawErrors,
  noSilencedCompiler,
  noSkippedTests,
} from './architecture/rules/code-habits.ts'
import { companyScope, nobodyGoesPastTheScope, scopeExits } from './architecture/rules/company-scope.ts'
import { fakesStandAlone } from './architecture/rules/fakes-stand-alone.ts'
import { importsPointDown } from './architecture/rules/imports-point-down.ts'
import { indexOnlyAtDoors, namesSaySomething } from './architecture/rules/names-say-something.ts'
import { providersStayInside } from './architecture/rules/providers-stay-inside.ts'
import { stepKindsStayInside } from './architecture/rules/step-kinds-stay-inside.ts'
import { type Rule, readSourceFiles } from './architecture/source-file.ts'

const files = readSourceFiles()

const rules: Record<string, Rule> = {
  'imports point down, through doors': importsPointDown,
  'no provider is named outside its connector, practice data, tests and docs': providersStayInside,
  'no step kind is named outside its folder and the lists beside it': stepKindsStayInside,
  'no file or folder has a name that says nothing': namesSaySomething,
  'index.ts stands only at the doors': indexOnlyAtDoors,
  'exports use the words of the glossary': bannedWords,
  'errors are classes with a code and a way out': noRawErrors,
  'the compiler is not silenced': noSilencedCompiler,
  'no test is skipped': noSkippedTests,
  'no module is mocked': noMockedModules,
  'files stay small': filesStaySmall,
  'fakes know nothing of our translators': fakesStandAlone,
  'the engine alone looks across companies': companyScope,
  'nobody goes past the company scope to the driver': nobodyGoesPastTheScope,
}

describe('the architecture', () => {
  test.each(Object.entries(rules))('%s', (_title, rule) => {
    expect(rule(files).map(({ path, found }) => `${path}: ${found}`)).toEqual([])
  })

  test('the ways out of the company scope are these and no more', () => {
    expect(
      scopeExits(files)
        .map(({ path, reason }) => `${path}: ${reason}`)
        .toSorted(),
    ).toMatchSnapshot()
  })

  test('biome refuses any and non-null assertions', () => {
    const biome = JSON.parse(readFileSync(join(import.meta.dirname, '..', '.biome.json'), 'utf8'))
    expect(biome.linter.rules).toMatchObject({
      suspicious: { noExplicitAny: 'error' },
      style: { noNonNullAssertion: 'error', useImportType: 'error' },
    })
  })
})

const samples: [Rule, string, string][] = [
  [importsPointDown, 'packages/forms/src/a.ts', "import { x } from '@fieldledger/workflow'"],
  [importsPointDown, 'packages/runtime/src/a.ts', "import { x } from '@fieldledger/steps'"],
  [importsPointDown, 'packages/workflow/src/a.ts', "import { x } from '@fieldledger/forms/src/form/form.ts'"],
  [importsPointDown, 'packages/workflow/src/a.ts', "export * from '../../forms/src/index.ts'"],
  [importsPointDown, 'packages/steps/src/approval/execute.ts', "import { x } from '@fieldledger/ui'"],
  [importsPointDown, 'apps/web/src/a.ts', "import { x } from '@fieldledger/storage'"],
  [importsPointDown, 'apps/web/src/a.ts', "const x = await import('@fieldledger/steps/executors')"],
  [importsPointDown, 'apps/api/src/a.ts', "import { x } from '../../worker/src/x.ts'"],
  [providersStayInside, 'packages/runtime/src/a.ts', "if (provider === 'quickbooks-online') send()"],
  [providersStayInside, 'apps/web/src/a.tsx', 'const XeroButton = 1'],
  [stepKindsStayInside, 'apps/web/src/a.ts', "if (step.kind === 'accounting-sync') open()"],
  [
    stepKindsStayInside,
    'packages/steps/src/approval/drawer.tsx',
    "import { x } from '../condition/drawer.tsx'",
  ],
  [namesSaySomething, 'packages/forms/src/utils/date.ts', ''],
  [namesSaySomething, 'packages/forms/src/helpers.ts', ''],
  [namesSaySomething, 'packages/forms/src/MyForm.ts', ''],
  [indexOnlyAtDoors, 'packages/forms/src/fields/index.ts', ''],
  [bannedWords, 'packages/workflow/src/a.ts', 'export interface GraphNode {}'],
  [bannedWords, 'packages/workflow/src/a.ts', 'export const runAction = 1'],
  [noRawErrors, 'packages/forms/src/a.ts', "throw new Error('no')"],
  [noSilencedCompiler, 'packages/forms/src/a.ts', '// @ts-ignore'],
  [noSkippedTests, 'packages/forms/src/a.test.ts', "test.skip('later', () => {})"],
  [noSkippedTests, 'packages/forms/src/a.test.ts', "test.skipIf(slow)('later', () => {})"],
  [noMockedModules, 'packages/forms/src/a.test.ts', "vi.mock('node:fs')"],
  [filesStaySmall, 'packages/forms/src/a.ts', `${'\n'.repeat(251)}x`],
  [fakesStandAlone, 'packages/connectors/src/some-ledger/fake/a.ts', "import { x } from '../wire.ts'"],
  [
    nobodyGoesPastTheScope,
    'packages/storage/src/runtime/a.ts',
    'await models.runs.collection.updateOne({}, {})',
  ],
  [companyScope, 'packages/storage/src/forms/a.ts', "find().setOptions(acrossCompanies('easier'))"],
]

describe('every rule can be broken', () => {
  const kinds = ['approval', 'condition', 'accounting-sync']
  const surroundings = kinds.map((kind) => ({ path: `packages/steps/src/${kind}/definition.ts`, text: '' }))

  test.each(samples.map(([rule, path, text]) => ({ rule, name: rule.name, path, text })))(
    '$name sees $path: $text',
    ({ rule, path, text }) => {
      expect(rule([...surroundings, { path, text }])).toMatchObject([{ path }])
    },
  )

  test('a fake is seen that reaches our translator by a detour', () => {
    const folder = 'packages/connectors/src/some-ledger'
    const detour = { path: `${folder}/names.ts`, text: "export { x } from './translate.ts'" }
    const fake = { path: `${folder}/fake/a.ts`, text: "import { x } from '../names.ts'" }
    expect(fakesStandAlone([detour, fake])).toMatchObject([{ path: fake.path }])
  })

  test('what the rules allow passes', () => {
    const allowed = [
      { path: 'packages/forms/src/a.ts', text: "import { round } from '@fieldledger/accounting/money'" },
      { path: 'packages/steps/src/approval/drawer.tsx', text: "import { Drawer } from '@fieldledger/ui'" },
      { path: 'apps/worker/src/a.ts', text: "import { x } from '@fieldledger/steps/executors'" },
      {
        path: 'packages/runtime/src/a.ts',
        text: '// QuickBooks answers late\nexport const readTransaction = 1',
      },
      { path: 'packages/storage/src/engine/a.ts', text: "acrossCompanies('claim due work')" },
    ]
    expect(Object.values(rules).flatMap((rule) => rule(allowed))).toEqual([])
  })
})
