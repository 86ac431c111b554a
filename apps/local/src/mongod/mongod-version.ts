import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)
const oldest = 5

/** Why this program cannot be our mongod, or undefined when it can. */
export async function whyNotUsable(program: string): Promise<string | undefined> {
  try {
    const { stdout } = await run(program, ['--version'], { timeout: 20_000 })
    const version = /db version v(\d+)[\d.]*/.exec(stdout)
    if (!version) return `${program} does not answer as mongod does`
    if (Number(version[1]) < oldest) return `${program} is MongoDB ${version[1]}, older than ${oldest}.0`
    return undefined
  } catch (error) {
    return `${program} does not run (${firstLine(error)})`
  }
}

export function firstLine(error: unknown): string {
  return String(error instanceof Error ? error.message : error).split('\n')[0] ?? ''
}
