import type { MessageTaken } from '@fieldledger/contract'
import { companyScope } from '@fieldledger/workflow'
import type { Request } from 'express'
import { BadRequest, Missing } from '../refusals.ts'
import type { Services } from '../services.ts'
import { checkSignature, type SignedMessage } from './check-signature.ts'

const longestId = 200

/** Inbox first: a signed message is kept durably before it is answered; a worker starts what it names. */
export async function receiveMessage(
  { hookSecrets, runtime }: Pick<Services, 'hookSecrets' | 'runtime'>,
  { trigger, request }: { trigger: string; request: Request },
): Promise<MessageTaken> {
  const message = messageOf(request)
  const hook = await hookSecrets.open(trigger)
  // Whoever cannot sign learns nothing: the same refusal for a workflow that is not there.
  checkSignature(message, hook?.secrets ?? [])
  if (hook === undefined) throw new Missing()
  if (message.id.length > longestId)
    throw new BadRequest([
      {
        path: '/webhook-id',
        code: 'length',
        message: `webhook-id must have at most ${longestId} characters`,
      },
    ])
  const scope = companyScope(hook.companyId)
  const store = runtime.ports.stores.of(scope)
  const fresh = await store.inbox.insert({
    id: runtime.newId(),
    companyId: hook.companyId,
    workflowId: trigger,
    messageId: message.id,
    sentAt: new Date(Number.parseInt(message.timestamp, 10) * 1000),
    receivedAt: runtime.clock.now(),
    body: message.body,
    state: 'received',
    tries: 0,
  })
  if (fresh) await store.outbox.post({ work: false, hints: [{ topic: 'deliveries', id: trigger }] })
  return { taken: true, repeated: !fresh }
}

function messageOf(request: Request): SignedMessage {
  const body: unknown = request.body
  return {
    id: request.get('webhook-id') ?? '',
    timestamp: request.get('webhook-timestamp') ?? '',
    signature: request.get('webhook-signature') ?? '',
    body: Buffer.isBuffer(body) ? body.toString('utf8') : '',
  }
}
