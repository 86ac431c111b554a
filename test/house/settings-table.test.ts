import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { settingsTable } from '@fieldledger/storage/settings'
import { expect, test } from 'vitest'
import { withSettingsTable } from '../../apps/local/src/house/with-settings-table.ts'

test('the settings table of docs/operations.md is the one that the schema gives (npm run settings-table renews it)', () => {
  const page = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'operations.md'), 'utf8')
  expect(page).toContain('<!-- settings -->')
  expect(withSettingsTable(page, settingsTable())).toBe(page)
})
