import { isTest, type Rule } from '../source-file.ts'

const empty = ['utils', 'util', 'common', 'helpers', 'helper', 'shared', 'core', 'lib', 'types', 'misc']
const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.(test|integration|spec|bench|config))*\.(ts|tsx|mjs)$/

/** A file is named in kebab-case after what it holds; a name that fits everything says nothing. */
export const namesSaySomething: Rule = (files) =>
  files.flatMap(({ path }) => {
    const parts = path.split('/')
    const file = parts.at(-1) ?? ''
    const vague = parts.map((part) => part.split('.')[0] ?? '').filter((part) => empty.includes(part))
    const found = [...vague, ...(kebab.test(file) ? [] : [file])]
    return found.map((name) => ({ path, rule: 'names say something', found: name }))
  })

/** One index.ts a package, at its door. */
export const indexOnlyAtDoors: Rule = (files) =>
  files
    .filter(({ path }) => /\/index\.tsx?$/.test(path) && !isTest(path) && !doors.test(path))
    .map(({ path }) => ({ path, rule: 'index.ts only at doors', found: 'index' }))

const doors =
  /^packages\/[^/]+\/src\/index\.ts$|^packages\/(accounting\/src\/(money|testing)|steps\/src\/views|storage\/src\/settings)\/index\.ts$/
