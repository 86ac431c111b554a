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

const driverCall =
  /\.collection(\([^)]*\))?\s*\.(aggregate|bulkWrite|delete\w*|find\w*|insert\w*|replace\w*|update\w*)\(/g
// Where rows are checked for their company before the driver gets them, and where old data is moved.
const pastMongoose = /^packages\/storage\/src\/(scope|indexes)\//

/** The scope plugin sees only what goes through mongoose: nobody else talks to the driver about company data. */
export const nobodyGoesPastTheScope: Rule = (files) =>
  files
    .filter(({ path }) => /^(apps|packages)\//.test(path) && !isTest(path) && !pastMongoose.test(path))
    .flatMap(({ path, text }) =>
      [...codeOnly(text).matchAll(driverCall)].map(([found]) => ({ path, rule: 'company scope', found })),
    )
