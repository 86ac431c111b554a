import type { FailedMailView } from '@fieldledger/contract'
import { createMailQueue } from '@fieldledger/storage'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openOffice } from './office.ts'

const office = await openOffice()
afterAll(() => office.stop())
const { services, people, store, ask } = office
const queue = createMailQueue(services.database)
const admin = people.admin.session
const failed = async () => (await ask<{ rows: FailedMailView[] }>(admin, 'GET', '/failed-mails')).rows

/** The office's own invitations are out. */
beforeAll(async () => {
  for (let mail = await queue.claim(); mail !== undefined; mail = await queue.claim()) await queue.sent(mail)
})

/** As the worker does when a mail server has refused it for the last time. */
async function giveUp(): Promise<void> {
  for (let mail = await queue.claim(); mail !== undefined; mail = await queue.claim())
    await queue.notSent(mail, { error: 'No such mailbox.', againInMs: undefined })
}

test('whoever gets a form back is told by e-mail what to do, without a link to decide', async () => {
  const back = {
    kind: 'edit-form',
    name: 'Back',
    config: {
      assignees: { roles: [], people: [], submitter: true },
      instruction: 'Add the address.',
      mail: true,
    },
  }
  const form = await office.form({ approvers: { roles: ['approver'], people: [] }, final: false }, [
    [back, 'returned'],
  ])
  const id = await office.submit(form)
  await office.decide(people.approver.session, id)
  const mail = await queue.claim()
  expect(mail).toMatchObject({ to: 'field@ours.example', submissionId: id })
  expect(mail?.text).toContain('Add the address.')
  expect(mail).not.toHaveProperty('decide')
  if (mail) await queue.sent(mail)
})

test('a mail that was given up is shown to an admin, who has it sent again', async () => {
  const mail = { id: v7(), to: 'ann@example.com', subject: 'PO-1', text: 'It waits.', at: new Date() }
  await store.mails.post([{ ...mail, submissionId: office.services.runtime.newId() }])
  await giveUp()
  expect(await failed()).toMatchObject([
    { id: mail.id, to: mail.to, error: 'No such mailbox.', attempts: 1, canBeSentAgain: true },
  ])
  await ask(admin, 'POST', `/failed-mails/${mail.id}/send-again`)
  expect(await failed()).toEqual([])
  const again = await queue.claim()
  expect(again).toMatchObject({ id: mail.id, text: 'It waits.', attempts: 1 })
  if (again) await queue.sent(again)
  expect((await admin('POST', `/failed-mails/${mail.id}/send-again`)).status).toBe(404)
})

test('the text of an invitation is not kept: it can only be dropped', async () => {
  await admin('POST', '/invitations', { email: `new-${v7()}@example.com`, role: 'field' })
  await giveUp()
  const [invitation] = await failed()
  expect(invitation).toMatchObject({ canBeSentAgain: false, submissionId: null })
  const place = `/failed-mails/${invitation?.id}`
  expect((await admin('POST', `${place}/send-again`)).status).toBe(404)
  expect((await admin('DELETE', place)).status).toBe(204)
  expect(await failed()).toEqual([])
})
