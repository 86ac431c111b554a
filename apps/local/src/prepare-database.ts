import { parseSettings } from '@fieldledger/storage/settings'
import { runCommand } from './house/run-command.ts'

await runCommand(async () => {
  parseSettings(process.env)
  return 0
})
