import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

export function programOnPath(name: string, path: string): string | undefined {
  const folders = path.split(delimiter).filter((folder) => folder !== '')
  return folders.map((folder) => join(folder, name)).find((candidate) => existsSync(candidate))
}
