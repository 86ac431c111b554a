import { randomBytes } from 'node:crypto'
import type { Router } from 'express'
import { type JsonObject, textOf } from '../../../fake-service/json.ts'
import { addWebhookRoutes } from '../../../fake-service/webhook-routes.ts'
import { WebhookSender } from '../../../fake-service/webhook-sender.ts'
import type { Books } from '../books/books.ts'
import type { Commit } from '../books/record.ts'
import { elementKinds, idOf } from '../element-kinds.ts'

/** What there are webhooks of. Orders, items, accounts and payments have to be asked for. */
const categories = { Contact: 'CONTACT', Invoice: 'INVOICE' } as const

/** Webhooks of the application: one address and one key for all organisations, believed in once it has shown its intent. */
export class Feed {
  readonly sender: WebhookSender
  #told = 0

  constructor(books: Books) {
    this.sender = new WebhookSender({
      signatureHeader: 'x-xero-signature',
      body: (events) => bodyOf(events),
      settled: () => books.settled(),
    })
    books.listen((record) => {
      if (record.type === 'commit') this.sender.tell(this.#eventsOf(record))
    })
  }

  addRoutes(router: Router): void {
    addWebhookRoutes(router, { sender: this.sender, subscribe: () => this.#askIntent() })
  }

  /**
   * Intent to receive: rightly signed messages are answered by 200 without a word, wrongly signed ones by 401, each
   * within five seconds. Otherwise nothing is ever told.
   */
  async #askIntent() {
    const secret = this.sender.target?.secret ?? ''
    const heard: { signature: 'right' | 'wrong'; status: number | null; body: string }[] = []
    for (const signature of ['wrong', 'right', 'wrong', 'right'] as const) {
      const key = signature === 'right' ? secret : randomBytes(32).toString('base64')
      const answer = await this.sender.post([], key)
      heard.push({ signature, status: answer?.status ?? null, body: (await answer?.text()) ?? '' })
    }
    const isShown = heard.every(({ signature, status, body }) =>
      signature === 'right' ? status === 200 && body === '' : status === 401,
    )
    if (!isShown) this.sender.target = undefined
    return { intentToReceive: { status: isShown ? 'OK' : 'failed', heard } }
  }

  #eventsOf({ tenant, at, changes }: Commit): JsonObject[] {
    return changes.flatMap(({ kind, operation, element }) => {
      if ((kind !== 'Contact' && kind !== 'Invoice') || operation === 'delete') return []
      const resourceId = idOf(kind, element)
      this.#told += 1
      return [
        {
          resourceUrl: `https://api.xero.com/api.xro/2.0/${elementKinds[kind].plural}/${resourceId}`,
          resourceId,
          tenantId: tenant,
          tenantType: 'ORGANISATION',
          eventCategory: categories[kind],
          eventType: operation === 'create' ? 'CREATE' : 'UPDATE',
          eventDateUtc: at.replace('Z', ''),
          sequence: String(this.#told),
        },
      ]
    })
  }
}

function bodyOf(events: JsonObject[]): string {
  const numbers = events.map(({ sequence }) => Number(textOf(sequence)))
  return JSON.stringify({
    events: events.map(({ sequence: _number, ...event }) => event),
    firstEventSequence: numbers[0] ?? 0,
    lastEventSequence: numbers.at(-1) ?? 0,
    entropy: randomBytes(15).toString('base64url').slice(0, 20).toUpperCase(),
  })
}
