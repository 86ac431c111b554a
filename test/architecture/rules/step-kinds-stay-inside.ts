import { codeOnly } from '../code-only.ts'
import { importsOf, resolveRelative } from '../imports.ts'
import { isTest, type Rule, type SourceFile, type Violation } from '../source-file.ts'

const kindFolder = /^packages\/steps\/src\/([^/]+)\/definition\.ts$/
const lists = /^packages\/steps\/src\/[^/]+\.ts$|^packages\/steps\/src\/views\/[^/]+\.tsx?$/
const practice = /^apps\/local\/src\/practice\//
// Also kinds of task, of change and of outcome, which have a vocabulary of their own.
const sharedWords = ['approval', 'edit-form', 'notify', 'end', 'wait']

/** A step kind is known in its own folder and in the lists of packages/steps; nobody else branches on it. */
export const stepKindsStayInside: Rule = (files) => {
  const kinds = files.flatMap(({ path }) => kindFolder.exec(path)?.[1] ?? [])
  const named = kinds.filter((kind) => !sharedWords.includes(kind))
  return files
    .filter(({ path }) => !isTest(path) && !practice.test(path))
    .flatMap((file) => [...namedOutside(file, named), ...importedSideways(file, kinds)])
}

function namedOutside(file: SourceFile, kinds: string[]): Violation[] {
  if (lists.test(file.path)) return []
  const code = codeOnly(file.text)
  const outside = kinds.filter((kind) => !file.path.startsWith(`packages/steps/src/${kind}/`))
  return outside
    .filter((kind) => code.includes(`'${kind}'`) || code.includes(`"${kind}"`))
    .map((found) => ({ path: file.path, rule: 'step kinds stay inside', found }))
}

function importedSideways(file: SourceFile, kinds: string[]): Violation[] {
  const own = kinds.find((kind) => file.path.startsWith(`packages/steps/src/${kind}/`))
  if (!own) return []
  const others = kinds.filter((kind) => kind !== own).map((kind) => `packages/steps/src/${kind}/`)
  return importsOf(file)
    .filter((specifier) => specifier.startsWith('.'))
    .filter((specifier) => others.some((other) => resolveRelative(file, specifier).startsWith(other)))
    .map((found) => ({ path: file.path, rule: 'step kinds stay inside', found }))
}
