import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { settingsTable } from '@fieldledger/storage/settings'
import { root } from './house/root.ts'
import { runCommand } from './house/run-command.ts'
import { withSettingsTable } from './house/with-settings-table.ts'

const page = join(root, 'docs', 'operations.md')

await runCommand(async () => {
  await writeFile(page, withSettingsTable(await readFile(page, 'utf8'), settingsTable()))
  return 0
})
