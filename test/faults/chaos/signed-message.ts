import { v7 } from 'uuid'
import { signedHeaders } from '../../support/signed-headers.ts'

/** A message of another system by Standard Webhooks; answers its id once it was taken. */
export async function sendSigned(hook: {
  url: string
  workflowId: string
  secret: string
  body: unknown
}): Promise<string> {
  const [id, body] = [v7(), JSON.stringify(hook.body)]
  const answer = await fetch(`${hook.url}/api/v1/hooks/${hook.workflowId}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...signedHeaders({ id, secret: hook.secret, body }),
    },
    body,
  })
  if (answer.status !== 202)
    throw new RangeError(`The message was refused: ${answer.status} ${await answer.text()}`)
  return id
}
