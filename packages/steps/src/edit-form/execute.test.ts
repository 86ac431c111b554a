import { expect, test } from 'vitest'
import { stepContext } from '../testing/step-context.ts'
import { execute } from './execute.ts'

const assignees = { roles: [], people: [], submitter: true }

test('whoever gets the form back is asked by e-mail too where that is wanted, with what they should do', async () => {
  const task = async (config: object) =>
    (await execute({ assignees, ...config }, stepContext())).changes?.find(
      ({ change }) => change === 'open-task',
    )
  expect(await task({})).not.toHaveProperty('mail')
  expect(await task({ mail: true, instruction: 'Add the address.' })).toMatchObject({
    kind: 'edit-form',
    mail: true,
    mailText: 'Add the address.',
  })
})
