import { inspect } from 'node:util'
import { SettingsRefused } from '@fieldledger/storage/settings'
import { explainSystemError } from './explain-system-error.ts'
import { StartRefused } from './start-refused.ts'

/** Runs a command of the house: what it refuses is one sentence and an exit code that is not 0. */
export async function runCommand(command: () => Promise<number>): Promise<void> {
  try {
    process.exit(await command())
  } catch (error) {
    console.error(sentenceOf(error))
    process.exit(1)
  }
}

function sentenceOf(error: unknown): string {
  if (error instanceof StartRefused || error instanceof SettingsRefused) return error.message
  return explainSystemError(error) ?? inspect(error)
}
