import { existsSync, readFileSync } from 'node:fs'

/** How often each named point killed its process, from the file that the points themselves write. */
export function countHits(file: string): Map<string, number> {
  const hits = new Map<string, number>()
  for (const name of linesOf(file)) hits.set(name, (hits.get(name) ?? 0) + 1)
  return hits
}

export function totalHits(file: string): number {
  return linesOf(file).length
}

function linesOf(file: string): string[] {
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : []
}
