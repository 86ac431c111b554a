import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../apps/local/src/house/root.ts'

/** Failing seeds are kept here as files, and are replayed first ever after. */
export const seedsFolder = join(root, 'test', 'simulation', 'seeds')

export function keptSeeds(): number[] {
  if (!existsSync(seedsFolder)) return []
  return readdirSync(seedsFolder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => Number(name.replace('.json', '')))
}
