import { expect, test } from 'vitest'
import { stepContext } from '../testing/step-context.ts'
import { execute } from './execute.ts'

const recipients = { roles: [], people: [], submitter: true }
const file = { id: 'file-1', name: 'PO-2026-0001.pdf', size: 10, contentType: 'application/pdf' }

test('an e-mail that shall carry the form goes with its PDF; a notice in the app needs none', async () => {
  const context = stepContext({ print: async () => file })
  const config = { recipients, text: 'Approved.', attachPdf: true }
  expect(await execute({ ...config, by: 'mail' }, context)).toMatchObject({
    changes: [{ change: 'notify', by: 'mail', files: [file] }],
  })
  expect(await execute({ ...config, by: 'app' }, context)).not.toHaveProperty('changes.0.files')
})

test('a form that cannot be printed is not sent without its PDF: the step says why', async () => {
  const print = async () => ({ refused: 'A PDF holds 2000 lines at most: split the form.', retryable: false })
  const outcome = await execute(
    { recipients, text: 'Approved.', by: 'both', attachPdf: true },
    stepContext({ print }),
  )
  expect(outcome).toMatchObject({
    next: 'fail',
    error: { code: 'not-printed', message: expect.stringContaining('split the form') },
  })
})
