import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../house/root.ts'

const folder = join(root, 'test-results')

/** Where a runner leaves its results as JSON; what an earlier run left there is gone. */
export function freshResultFile(suite: string): string {
  mkdirSync(folder, { recursive: true })
  rmSync(resultFile(suite), { force: true })
  return resultFile(suite)
}

export const resultFile = (suite: string) => join(folder, `${suite}.json`)
