import { statfsSync } from 'node:fs'
import { freemem } from 'node:os'

const inMemory = '/dev/shm'
const roomNeeded = 8 * 1024 ** 3

/**
 * Where tests keep the data of their databases: in memory, where the system has such a place with room enough.
 * Every process is killed there as on a disk and finds its files again; only a machine that loses its power
 * would not. What they wait for otherwise is the disk: each write is synced to the journal.
 */
export function databaseFolder(): NodeJS.ProcessEnv {
  if (process.env.TMPDIR !== undefined || freemem() < roomNeeded) return {}
  try {
    const { bavail, bsize } = statfsSync(inMemory)
    return bavail * bsize < roomNeeded ? {} : { TMPDIR: inMemory }
  } catch {
    return {}
  }
}
