import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { keepMongod } from './cached-mongod.ts'
import type { MongodSource } from './mongod-source.ts'
import { firstLine, whyNotUsable } from './mongod-version.ts'

const version = '7.0.24'

export const officialMongod: MongodSource = async ({ cacheFolder, say }) => {
  say(`Fetching MongoDB ${version} from its makers …`)
  const folder = join(cacheFolder, `official-${process.pid}`)
  try {
    const { MongoBinary } = await import('mongodb-memory-server-core')
    const fetched = await MongoBinary.getPath({ version, downloadDir: folder })
    const fault = await whyNotUsable(fetched)
    if (fault) return { reason: fault }
    return { program: await keepMongod(cacheFolder, fetched), from: 'the official download' }
  } catch (error) {
    return { reason: `the official download failed (${firstLine(error)})` }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
