import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import type { MongodSource } from './mongod-source.ts'
import { whyNotUsable } from './mongod-version.ts'

export const mongodOnPath: MongodSource = async ({ path }) => {
  const program = path
    .split(delimiter)
    .map((folder) => join(folder, 'mongod'))
    .find((candidate) => existsSync(candidate))
  if (!program) return { reason: 'there is no mongod on the PATH' }
  const fault = await whyNotUsable(program)
  return fault ? { reason: fault } : { program, from: 'PATH' }
}
