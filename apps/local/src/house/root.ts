import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The checkout, found from the source as well as from a bundle. */
export const root = climb(dirname(fileURLToPath(import.meta.url)))

function climb(folder: string): string {
  const manifest = join(folder, 'package.json')
  if (existsSync(manifest) && readFileSync(manifest, 'utf8').includes('"workspaces"')) return folder
  return climb(dirname(folder))
}
