import { migrate } from '@fieldledger/storage'
import { parseSettings } from '@fieldledger/storage/settings'
import { runCommand } from './house/run-command.ts'
import { makePractice } from './practice/make-practice.ts'
import { resetPractice } from './practice/reset-practice.ts'
import { afterRestore } from './stack/after-restore.ts'

/** Called by the launcher of the bundle. */
export const main = () =>
  runCommand(async () => {
    const settings = parseSettings(process.env)
    const mongoUrl = settings.mongodbUrl
    await migrate({ mongoUrl })
    if (process.argv.includes('--restored')) await afterRestore({ mongoUrl })
    if (process.argv.includes('--reset-practice')) await resetPractice({ mongoUrl })
    await makePractice({ mongoUrl, settings })
    return 0
  })
