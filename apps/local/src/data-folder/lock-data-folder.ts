import { linkSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { StartRefused } from '../house/start-refused.ts'
import { processIdentity } from './process-identity.ts'
import { livingRecord } from './process-record.ts'

/** Takes the data folder for this process; the answer lets it go. A killed holder's lock does not count. */
export function lockDataFolder(dataFolder: string): () => void {
  const lock = join(dataFolder, 'lock')
  const own = join(dataFolder, `lock-${process.pid}`)
  writeFileSync(own, JSON.stringify({ pid: process.pid, identity: processIdentity(process.pid) }))
  try {
    if (!take(own, lock)) {
      refuseWhenHeld(dataFolder, lock)
      removeStale(dataFolder, lock)
      if (!take(own, lock)) refuseWhenHeld(dataFolder, lock)
    }
  } finally {
    rmSync(own, { force: true })
  }
  return () => {
    if (livingRecord(lock)?.pid === process.pid) rmSync(lock, { force: true })
  }
}

/** A hard link appears whole or not at all, so two starts cannot both take the lock. */
function take(own: string, lock: string): boolean {
  try {
    linkSync(own, lock)
    return true
  } catch {
    return false
  }
}

/** Moved aside first: should another start have taken it in between, it is put back. */
function removeStale(dataFolder: string, lock: string) {
  const aside = join(dataFolder, `lock-stale-${process.pid}`)
  try {
    renameSync(lock, aside)
  } catch {
    return
  }
  const taken = livingRecord(aside) !== undefined
  if (taken) take(aside, lock)
  rmSync(aside, { force: true })
  if (taken) refuseWhenHeld(dataFolder, lock)
}

function refuseWhenHeld(dataFolder: string, lock: string) {
  const holder = livingRecord(lock)
  if (!holder) return
  throw new StartRefused(
    'second-copy',
    `Fieldledger already runs on ${dataFolder} (process ${holder.pid}): use that one, stop it, or set FIELDLEDGER_DATA, PORT and FIELDLEDGER_SANDBOX_PORT to others for a second copy.`,
  )
}
