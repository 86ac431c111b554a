import { existsSync } from 'node:fs'
import { chmod, copyFile, mkdir, rename } from 'node:fs/promises'
import { join } from 'node:path'
import type { MongodSource } from './mongod-source.ts'
import { whyNotUsable } from './mongod-version.ts'

const cached = (cacheFolder: string) => join(cacheFolder, 'mongod')

export const cachedMongod: MongodSource = async ({ cacheFolder }) => {
  const program = cached(cacheFolder)
  if (!existsSync(program)) return { reason: `none was kept in ${cacheFolder} earlier` }
  const fault = await whyNotUsable(program)
  return fault ? { reason: fault } : { program, from: cacheFolder }
}

/** Keeps a fetched program; moved into place whole, since two commands may fetch at once. */
export async function keepMongod(cacheFolder: string, fetched: string): Promise<string> {
  await mkdir(cacheFolder, { recursive: true })
  const partial = `${cached(cacheFolder)}-${process.pid}`
  await copyFile(fetched, partial)
  await chmod(partial, 0o755)
  await rename(partial, cached(cacheFolder))
  return cached(cacheFolder)
}
