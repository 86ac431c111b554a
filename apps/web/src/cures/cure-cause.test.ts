import { expect, test } from 'vitest'
import { curesAll } from './cure-cause.tsx'

test.each([
  [{ cure: 'link-item', params: { connectionId: 'c', materialId: 'm' } }, true],
  [{ cure: 'link-item', params: { connectionId: 'c', record: 'item' } }, false],
  [{ cure: 'link-vendor', params: { connectionId: 'c', vendorId: 'v' } }, true],
  [{ cure: 'choose-account', params: { connectionId: 'c' } }, true],
  [{ cure: 'choose-account' }, false],
  [{ cure: 'choose-tax-code', params: { connectionId: 'c', rate: '0' } }, true],
  [{ cure: 'reconnect' }, true],
  [{ cure: 'edit-form', params: {} }, false],
])('a form is offered for a whole cause only where its facts are known: %o', (problem, offered) => {
  expect(curesAll(problem)).toBe(offered)
})
