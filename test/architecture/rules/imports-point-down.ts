import { importTable, mayImport } from '../import-table.ts'
import { importsOf, resolveRelative, workspaceOf } from '../imports.ts'
import { isTest, type Rule, type SourceFile } from '../source-file.ts'

const ours = '@fieldledger/'

/** The import table, doors only, and no relative way out of a package. */
export const importsPointDown: Rule = (files) => {
  const support = onlyForTests(files)
  return files
    .filter(({ path }) => /^(apps|packages)\//.test(path))
    .flatMap((file) =>
      importsOf(file)
        .filter((specifier) => isRefused(file, specifier, isTest(file.path) || support.has(file.path)))
        .map((found) => ({ path: file.path, rule: 'imports point down, through doors', found })),
    )
}

/** Files that tests alone import. */
function onlyForTests(files: SourceFile[]): Set<string> {
  const imported = (from: SourceFile[]) =>
    new Set(from.flatMap((file) => importsOf(file).map((specifier) => resolveRelative(file, specifier))))
  const shipped = imported(files.filter(({ path }) => !isTest(path)))
  return new Set([...imported(files.filter(({ path }) => isTest(path)))].filter((path) => !shipped.has(path)))
}

function isRefused(file: SourceFile, specifier: string, test: boolean): boolean {
  const workspace = workspaceOf(file.path)
  if (!(workspace in importTable)) return true
  if (specifier.startsWith('.')) return leavesPackage(file, specifier)
  if (!specifier.startsWith(ours)) return false
  const target = specifier.slice(ours.length)
  return target.includes('/src') || !mayImport({ path: file.path, workspace, target, test })
}

/** A fake validates with the provider's published schema, which is kept among the fixtures. */
function leavesPackage(file: SourceFile, specifier: string): boolean {
  const target = resolveRelative(file, specifier)
  if (workspaceOf(target) === workspaceOf(file.path)) return false
  const isFake = /^packages\/connectors\/src\/[^/]+\/fake\//.test(file.path)
  return !(target.startsWith('test/fixtures/') && (isFake || isTest(file.path)))
}
