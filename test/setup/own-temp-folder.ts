import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'

const prefix = 'fieldledger-run-'

/**
 * What the tests of a run leave in the temporary folder goes with the run. It is removed last of all: databases and
 * servers that live in it are stopped by then. A run that is started by a test has its folder inside of that.
 */
export default function ownTempFolder() {
  if (basename(tmpdir()).startsWith(prefix)) return
  const folder = mkdtempSync(join(tmpdir(), prefix))
  process.env.TMPDIR = folder
  process.on('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }))
}
