import { codeOnly } from '../code-only.ts'
import { isTest, type Rule } from '../source-file.ts'

const longest = 250
// A table of cases reads better whole.
const longestTest = 450

/** Errors are classes with a code and a way out. */
export const noRawErrors: Rule = (files) =>
  files
    .filter(({ path }) => /^(apps|packages)\/.*\.tsx?$/.test(path) && !isTest(path))
    .filter(({ text }) => /\bthrow (new )?Error\(|\bnew Error\(/.test(codeOnly(text)))
    .map(({ path }) => ({ path, rule: 'errors are classes', found: 'new Error(' }))

export const noSilencedCompiler: Rule = (files) =>
  files
    .filter(({ path }) => !path.startsWith('test/architecture'))
    .filter(({ text }) => /@ts-(ignore|expect-error|nocheck)|biome-ignore-all/.test(text))
    .map(({ path }) => ({ path, rule: 'the compiler is not silenced', found: '@ts-…' }))

export const noSkippedTests: Rule = (files) =>
  files
    .filter(({ path }) => !path.startsWith('test/architecture'))
    .filter(({ text }) => /\b(test|it|describe)\.(skip|skipIf|runIf|only|todo|fixme)\b/.test(text))
    .map(({ path }) => ({ path, rule: 'no test is skipped', found: '.skip' }))

/** A module is mocked for its importers alone, and in a process that tests share it may have been imported before: no effect there. */
export const noMockedModules: Rule = (files) =>
  files
    .filter(({ path }) => !path.startsWith('test/architecture'))
    .filter(({ text }) => /\bvi\.(mock|doMock|hoisted)\b/.test(text))
    .map(({ path }) => ({ path, rule: 'no module is mocked', found: 'vi.mock' }))

export const filesStaySmall: Rule = (files) =>
  files
    .map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }))
    .filter(({ path, lines }) => lines > (isTest(path) ? longestTest : longest))
    .map(({ path, lines }) => ({ path, rule: 'files stay small', found: `${lines} lines` }))
