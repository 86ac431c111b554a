import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface SourceFile {
  /** From the root, with slashes. */
  path: string
  text: string
}

export interface Violation {
  path: string
  rule: string
  found: string
}

/** A rule looks at all files at once: some of them follow imports. */
export type Rule = (files: SourceFile[]) => Violation[]

const root = join(import.meta.dirname, '..', '..')
const code = /\.(ts|tsx|mjs)$/

/** Every code file that git knows or would take; so dist and node_modules stay out. */
export function readSourceFiles(): SourceFile[] {
  const list = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  })
  const paths = list.split('\n').filter((path) => code.test(path) && existsSync(join(root, path)))
  return paths.map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
}

export const isTest = (path: string) =>
  /\.test\.tsx?$/.test(path) || path.startsWith('test/') || path.includes('/src/testing/')
