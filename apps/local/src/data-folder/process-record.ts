import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { processIdentity } from './process-identity.ts'

export interface ProcessRecord {
  pid: number
  identity: string
}

const recordOf = (dataFolder: string, name: string) => join(dataFolder, 'run', `${name}.json`)

/** Remembers a child, so that the next start finds it should this one be killed before it can stop it. */
export function rememberProcess(options: { dataFolder: string; name: string; pid: number }): void {
  const file = recordOf(options.dataFolder, options.name)
  mkdirSync(dirname(file), { recursive: true })
  const identity = processIdentity(options.pid)
  if (identity) writeFileSync(file, JSON.stringify({ pid: options.pid, identity }))
}

export function forgetProcess(dataFolder: string, name: string): void {
  rmSync(recordOf(dataFolder, name), { force: true })
}

/** The remembered process, if that very one still lives. */
export function livingProcess(dataFolder: string, name: string): ProcessRecord | undefined {
  return livingRecord(recordOf(dataFolder, name))
}

export function livingRecord(file: string): ProcessRecord | undefined {
  try {
    const record: ProcessRecord = JSON.parse(readFileSync(file, 'utf8'))
    return processIdentity(record.pid) === record.identity ? record : undefined
  } catch {
    return undefined
  }
}
