import { createHmac, randomUUID } from 'node:crypto'
import type { JsonObject } from './json.ts'

export interface WebhookTarget {
  /** Where the messages go. */
  url: string
  /** What the signature is made with. */
  secret: string
  /** How long to wait before each further try; after the last a message is given up. */
  retryDelaysMs: readonly number[]
  /** Nothing is sent until somebody says so. */
  isHeld: boolean
}

export interface Delivery {
  id: string
  events: JsonObject[]
  state: 'held' | 'waiting' | 'delivered' | 'given-up'
  /** The status of each try; null where nothing was heard. */
  heard: (number | null)[]
}

interface Service {
  signatureHeader: string
  body: (events: JsonObject[]) => string
  /** Waits until what happened is in the books. */
  settled: () => Promise<void>
}

const longestWaitMs = 5000
const mostRemembered = 1000

/** Tells one address what happened, signed, again and again until it says 2xx. In memory only. */
export class WebhookSender {
  target: WebhookTarget | undefined
  readonly deliveries: Delivery[] = []
  readonly #service: Service
  readonly #timers = new Set<NodeJS.Timeout>()
  #queue: Promise<unknown> = Promise.resolve()

  constructor(service: Service) {
    this.#service = service
  }

  /** What happened in one write. Nobody hears of what nobody subscribed to. */
  tell(events: JsonObject[]): void {
    if (!this.target || events.length === 0) return
    const delivery = this.#remember(events)
    if (!this.target.isHeld) this.#enqueue(delivery)
  }

  /** Sends whatever has not arrived, in the order that is given, and waits for the answers. */
  async deliver(deliveries: readonly Delivery[]): Promise<void> {
    for (const delivery of deliveries) this.#enqueue(delivery)
    await this.idle()
  }

  /** One message in the place of several: what the service gathers when much happens at once. */
  gathered(): Delivery[] {
    const open = this.open()
    if (open.length < 2) return open
    for (const delivery of open) this.deliveries.splice(this.deliveries.indexOf(delivery), 1)
    return [this.#remember(open.flatMap(({ events }) => events))]
  }

  open(): Delivery[] {
    return this.deliveries.filter(({ state }) => state !== 'delivered')
  }

  idle(): Promise<unknown> {
    return this.#queue
  }

  /** One message that is signed as told, whether right or wrong; undefined where nothing was heard. */
  async post(events: JsonObject[], secret: string): Promise<Response | undefined> {
    const body = this.#service.body(events)
    const signature = createHmac('sha256', secret).update(body).digest('base64')
    try {
      return await fetch(this.target?.url ?? '', {
        method: 'POST',
        headers: { 'content-type': 'application/json', [this.#service.signatureHeader]: signature },
        body,
        redirect: 'manual',
        signal: AbortSignal.timeout(longestWaitMs),
      })
    } catch {
      return undefined
    }
  }

  async close(): Promise<void> {
    this.target = undefined
    for (const timer of this.#timers) clearTimeout(timer)
    await this.#queue
  }

  #remember(events: JsonObject[]): Delivery {
    const delivery: Delivery = { id: randomUUID(), events, state: 'held', heard: [] }
    this.deliveries.push(delivery)
    if (this.deliveries.length > mostRemembered) this.deliveries.shift()
    return delivery
  }

  /** One after the other, so that what happened first is told first. */
  #enqueue(delivery: Delivery): void {
    delivery.state = 'waiting'
    this.#queue = this.#queue.then(() => this.#attempt(delivery))
  }

  async #attempt(delivery: Delivery): Promise<void> {
    const { target } = this
    if (!target) return
    await this.#service.settled()
    const answer = await this.post(delivery.events, target.secret)
    await answer?.body?.cancel()
    delivery.heard.push(answer?.status ?? null)
    if (answer?.ok) delivery.state = 'delivered'
    else this.#later(delivery, target)
  }

  #later(delivery: Delivery, { retryDelaysMs }: WebhookTarget): void {
    const delay = retryDelaysMs[delivery.heard.length - 1]
    if (delay === undefined) {
      delivery.state = 'given-up'
      return
    }
    const timer = setTimeout(() => {
      this.#timers.delete(timer)
      if (delivery.state === 'waiting') this.#enqueue(delivery)
    }, delay)
    this.#timers.add(timer)
    timer.unref()
  }
}
