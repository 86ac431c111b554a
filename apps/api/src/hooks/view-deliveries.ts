import type { DeliveryView } from '@fieldledger/contract'
import type { InboxMessage } from '@fieldledger/runtime'
import type { CompanyScope } from '@fieldledger/workflow'
import type { Services } from '../services.ts'

const shownBody = 2000

export async function viewDeliveries(
  { runtime }: Pick<Services, 'runtime'>,
  { scope, messages }: { scope: CompanyScope; messages: readonly InboxMessage[] },
): Promise<DeliveryView[]> {
  const ids = messages.flatMap(({ submissionIds = [] }) => submissionIds)
  const submissions = await runtime.ports.stores.of(scope).submissions.getMany([...new Set(ids)])
  const numbers = new Map(submissions.map(({ id, number }) => [id, number]))
  return messages.map(({ id, messageId, receivedAt, state, reason, submissionIds = [], body }) => ({
    id,
    messageId,
    receivedAt: receivedAt.toISOString(),
    state,
    reason: reason ?? null,
    forms: submissionIds.map((form) => ({ id: form, number: numbers.get(form) ?? null })),
    body: body.slice(0, shownBody),
  }))
}
