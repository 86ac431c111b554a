import { dirname, join } from 'node:path/posix'
import type { SourceFile } from './source-file.ts'

const from = /(?:^|[\n;])\s*(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]/g
const bare = /(?:^|[\n;])\s*import\s*['"]([^'"]+)['"]/g
const dynamic = /\bimport\(\s*['"]([^'"]+)['"]/g

export function importsOf(file: SourceFile): string[] {
  return [from, bare, dynamic].flatMap((pattern) =>
    [...file.text.matchAll(pattern)].map((match) => match[1] ?? ''),
  )
}

/** The path of a relative import from the root. */
export const resolveRelative = (file: SourceFile, specifier: string) => join(dirname(file.path), specifier)

/** `packages/forms` of `packages/forms/src/x.ts`. */
export const workspaceOf = (path: string) => path.split('/').slice(0, 2).join('/')
