import { expect, test } from 'vitest'
import { planOf } from './plan-of.ts'

test.each([
  ['SUBSCRIPTION_ENDED', true],
  ['Suspended', true],
  ['TRIAL_EXTENDED', false],
  ['PAID', false],
])('a subscription that says %s has ended: %s', (status, ended) => {
  const plan = planOf({ CompanyName: 'Acme', NameValue: [{ Name: 'SubscriptionStatus', Value: status }] }, {})
  expect('subscriptionEnded' in plan).toBe(ended)
})
