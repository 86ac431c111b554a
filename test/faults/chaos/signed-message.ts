import { createHmac } from 'node:crypto'
import { v7 } from 'uuid'

/** A message of another system by Standard Webhooks; answers its id once it was taken. */
export async function sendSigned(hook: {
  url: string
  workflowId: string
  secret: string
  body: unknown
}): Promise<string> {
  const [id, body, timestamp] = [v7(), JSON.stringify(hook.body), String(Math.floor(Date.now() / 1000))]
  const key = Buffer.from(hook.secret.replace('whsec_', ''), 'base64')
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')
  const answer = await fetch(`${hook.url}/api/v1/hooks/${hook.workflowId}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': timestamp,
      'webhook-signature': `v1,${signature}`,
    },
    body,
  })
  if (answer.status !== 202)
    throw new RangeError(`The message was refused: ${answer.status} ${await answer.text()}`)
  return id
}
