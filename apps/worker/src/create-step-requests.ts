import { createEgress, type Egress, type EgressRequest } from '@fieldledger/egress'
import type { OutgoingRequests, PeopleLookup } from '@fieldledger/runtime'
import type { NamedSecrets } from '@fieldledger/storage'
import type { StepRequest } from '@fieldledger/workflow'
import { failedAnswer, notAnAddress } from './failed-answer.ts'
import { answered } from './hidden-secrets.ts'
import { SecretNotForThere, SecretNotThere } from './secret-refusals.ts'

const timeoutMs = 15_000
const mostBytes = 1024 * 1024

/** What a practice company may call beside the world: one origin of this server's settings, http and loopback included. */
export interface StepRequestParts {
  secrets: NamedSecrets
  people: Pick<PeopleLookup, 'company'>
  practiceOrigin: string | undefined
}

/** The way out for steps. Its egress is its own: nothing that connectors may reach is reachable from here. */
export function createStepRequests(parts: StepRequestParts): OutgoingRequests & { close(): Promise<void> } {
  const { secrets, people, practiceOrigin } = parts
  const world = createEgress()
  const practice = createEgress({ allow: practiceOrigin === undefined ? [] : [practiceOrigin] })

  async function egressOf(scope: Parameters<PeopleLookup['company']>[0]['scope']): Promise<Egress> {
    if (practiceOrigin === undefined) return world
    return (await people.company({ scope })).practice ? practice : world
  }

  return {
    async send({ scope, request, idempotencyKey }) {
      if (!URL.canParse(request.url)) return notAnAddress
      const names = request.headers.flatMap(({ value }) =>
        value.flatMap((piece) => (typeof piece === 'string' ? [] : [piece.secret])),
      )
      try {
        const url = new URL(request.url)
        const known = await secrets.open(scope, names)
        const secretValue = (name: string): string => {
          const secret = known.get(name)
          if (secret === undefined) throw new SecretNotThere(name)
          if (secret.origin !== url.origin) throw new SecretNotForThere(name, secret.origin)
          return secret.value
        }
        const outgoing = outgoingRequest(request, { url, secretValue, idempotencyKey })
        const answer = await (await egressOf(scope)).send(outgoing)
        return answered(
          answer,
          [...known.values()].map(({ value }) => value),
        )
      } catch (error) {
        return failedAnswer(error)
      }
    },
    async close() {
      await Promise.all([world.close(), practice.close()])
    },
  }
}

function outgoingRequest(
  { method, headers, body }: StepRequest,
  at: { url: URL; secretValue: (secret: string) => string; idempotencyKey: string },
): EgressRequest {
  const filled = headers.map(({ name, value }) => [
    name.toLowerCase(),
    value.map((piece) => (typeof piece === 'string' ? piece : at.secretValue(piece.secret))).join(''),
  ])
  return {
    origin: at.url.origin,
    path: at.url.pathname + at.url.search,
    method,
    headers: {
      'user-agent': 'Fieldledger',
      ...Object.fromEntries(filled),
      'idempotency-key': at.idempotencyKey,
    },
    timeoutMs,
    maxBytes: mostBytes,
    ...(body === undefined ? {} : { body }),
  }
}
