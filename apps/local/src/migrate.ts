import { migrate } from '@fieldledger/storage'
import { parseSettings } from '@fieldledger/storage/settings'
import { runCommand } from './house/run-command.ts'

/** For installations without practice companies: once before the servers of a new version start, and as often as one likes. */
export const main = () =>
  runCommand(async () => {
    await migrate({ mongoUrl: parseSettings(process.env).mongodbUrl })
    return 0
  })
