import { homedir } from 'node:os'
import { join } from 'node:path'
import { root } from '../house/root.ts'

/** Where fetched programs are kept; without a home they go into the checkout. */
export function cacheFolder(given: string | undefined): string {
  if (given) return given
  const home = homedir()
  return home ? join(home, '.cache', 'fieldledger') : join(root, 'node_modules', '.cache', 'fieldledger')
}
