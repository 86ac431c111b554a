import { programOnPath } from '../house/program-on-path.ts'
import type { MongodSource } from './mongod-source.ts'
import { whyNotUsable } from './mongod-version.ts'

export const mongodOnPath: MongodSource = async ({ path }) => {
  const program = programOnPath('mongod', path)
  if (!program) return { reason: 'there is no mongod on the PATH' }
  const fault = await whyNotUsable(program)
  return fault ? { reason: fault } : { program, from: 'PATH' }
}
