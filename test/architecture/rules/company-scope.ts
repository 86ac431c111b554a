import { codeOnly } from '../code-only.ts'
import { isTest, type Rule, type SourceFile } from '../source-file.ts'

const call = /\bacrossCompanies\(\s*(['"`][^'"`]*['"`])?/g
const declaration = 'packages/storage/src/scope/across-companies.ts'
const engine = /^packages\/storage\/src\/engine\//

export interface ScopeExit {
  path: string
  reason: string
}

/** Every place that looks across companies, with its reason. */
export function scopeExits(files: SourceFile[]): ScopeExit[] {
  return files
    .filter(({ path }) => /^(apps|packages)\//.test(path) && path !== declaration && !isTest(path))
    .flatMap(({ path, text }) =>
      [...codeOnly(text).matchAll(call)].map((match) => ({ path, reason: match[1]?.slice(1, -1) ?? '' })),
    )
}

/** The engine alone looks across companies, and says why. */
export const companyScope: Rule = (files) =>
  scopeExits(files)
    .filter(({ path, reason }) => !engine.test(path) || reason === '')
    .map(({ path, reason }) => ({ path, rule: 'company scope', found: reason || 'no reason' }))
