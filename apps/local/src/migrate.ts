import { migrate } from '@fieldledger/storage'
import { parseSettings } from '@fieldledger/storage/settings'
import { runCommand } from './house/run-command.ts'
import { afterRestore } from './stack/after-restore.ts'

/** For installations without practice companies: once before the servers of a new version start, and as often as one likes. With --restored, once after a backup was put back. */
export const main = () =>
  runCommand(async () => {
    const mongoUrl = parseSettings(process.env).mongodbUrl
    await migrate({ mongoUrl })
    if (process.argv.includes('--restored')) await afterRestore({ mongoUrl })
    return 0
  })
