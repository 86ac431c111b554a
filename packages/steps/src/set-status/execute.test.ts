import type { DocumentStatus } from '@fieldledger/forms'
import { expect, test } from 'vitest'
import { stepContext } from '../testing/step-context.ts'
import type { SetStatusConfig } from './definition.ts'
import { execute } from './execute.ts'

type Settable = NonNullable<SetStatusConfig['status']>

const setTo = (status: Settable, from: DocumentStatus, awaited = false) =>
  execute(
    { set: 'status', status },
    stepContext({ submission: { status: from }, decisionAwaited: async () => awaited }),
  )

test.each<[Settable, DocumentStatus, boolean]>([
  ['approved', 'pending', false],
  ['rejected', 'pending', false],
  ['closed', 'approved', true],
  ['approved', 'approved', true],
  ['approved', 'closed', true],
  ['rejected', 'approved', true],
])('a form becomes %s from %s where nobody is asked, or nothing moves', async (status, from, awaited) => {
  expect(await setTo(status, from, awaited)).toMatchObject({ next: 'leave', outlet: 'next' })
})

test.each<Settable>(['approved', 'rejected'])(
  'a form that another workflow asks people to approve is not made %s in their place',
  async (status) => {
    expect(await setTo(status, 'pending', true)).toMatchObject({
      next: 'fail',
      error: { code: 'approval-open', retryable: false },
    })
  },
)

test.each<DocumentStatus>(['rejected', 'in-revision'])(
  'a form that is %s cannot become approved, and nothing goes on as if it were',
  async (from) => {
    expect(await setTo('approved', from)).toMatchObject({ next: 'fail', error: { code: 'not-approvable' } })
  },
)
