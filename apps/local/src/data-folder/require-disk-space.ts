import { statfs } from 'node:fs/promises'
import { StartRefused } from '../house/start-refused.ts'

const needed = 512 * 1024 * 1024

export type FreeBytes = (folder: string) => Promise<number>

const freeBytesOf: FreeBytes = async (folder) => {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}

/** MongoDB stops in the middle of its work on a full disk; so we do not begin on one. */
export async function requireDiskSpace(folder: string, freeBytes: FreeBytes = freeBytesOf): Promise<void> {
  const free = await freeBytes(folder)
  if (free >= needed) return
  const megabytes = Math.floor(free / 1024 / 1024)
  throw new StartRefused(
    'disk-full',
    `The disk of ${folder} is full (${megabytes} MB free, 512 MB needed): free some space, or set FIELDLEDGER_DATA to a folder on another disk.`,
  )
}
