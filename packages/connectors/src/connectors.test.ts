import { expect, test } from 'vitest'
import { connectors } from './connectors.ts'

test('at least sixty ways in which a ledger says no are explained', () => {
  const entries = connectors.flatMap(({ errorCatalogue }) => errorCatalogue)
  expect(entries.length).toBeGreaterThanOrEqual(60)
})
