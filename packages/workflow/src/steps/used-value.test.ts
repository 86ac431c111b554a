import { expect, test } from 'vitest'
import { keptOfUsed } from './used-value.ts'

test('what a step used is kept as it is while it is short', () => {
  expect(keptOfUsed([{ name: 'Total', value: '120.00' }])).toEqual([{ name: 'Total', value: '120.00' }])
})

test('however much a step used, a few kilobytes of it are kept', () => {
  const kept = keptOfUsed(
    Array.from({ length: 500 }, () => ({ name: 'n'.repeat(900), value: 'v'.repeat(9000) })),
  )
  expect(kept).toHaveLength(20)
  expect(kept[0]?.value).toBe(`${'v'.repeat(1000)}…`)
  expect(JSON.stringify(kept).length).toBeLessThan(8000)
})
