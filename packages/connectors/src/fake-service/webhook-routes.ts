import type { Router } from 'express'
import { type Static, Type } from 'typebox'
import { ControlRefused, readControl } from './control-request.ts'
import { seededRandom } from './seeded-random.ts'
import type { Delivery, WebhookSender } from './webhook-sender.ts'

const closed = { additionalProperties: false }

const TargetRequest = Type.Object(
  {
    url: Type.String({ minLength: 1, maxLength: 2000 }),
    secret: Type.String({ minLength: 1, maxLength: 200 }),
    held: Type.Optional(Type.Boolean()),
    retryDelaysMs: Type.Optional(
      Type.Array(Type.Integer({ minimum: 0, maximum: 600_000 }), { maxItems: 20 }),
    ),
    /** Left to the service at hand. */
    form: Type.Optional(Type.String()),
  },
  closed,
)

const DeliverRequest = Type.Object(
  {
    order: Type.Optional(Type.Union(['told', 'reversed', 'shuffled'].map((each) => Type.Literal(each)))),
    seed: Type.Optional(Type.Integer()),
    /** How often each message is sent; twice is a duplicate. */
    times: Type.Optional(Type.Integer({ minimum: 1, maximum: 10 })),
    /** Messages that arrived already are sent once more. */
    again: Type.Optional(Type.Boolean()),
    /** All in one message. */
    together: Type.Optional(Type.Boolean()),
  },
  closed,
)

interface Parts {
  sender: WebhookSender
  /** What the service does before it believes in an address; what it says of it is in the answer. */
  subscribe?: (request: Static<typeof TargetRequest>) => Promise<Record<string, unknown>>
}

const usualDelaysMs = [1000, 10_000, 60_000, 300_000]

/** `/webhooks` among the control requests: where to tell what happens, and what was told. */
export function addWebhookRoutes(router: Router, { sender, subscribe }: Parts): void {
  const report = () => ({ target: shown(sender), deliveries: sender.deliveries })
  router.get('/webhooks', async (_request, response) => {
    await sender.idle()
    response.json(report())
  })
  router.post('/webhooks', async (request, response) => {
    const sent = readControl(TargetRequest, request.body)
    if (!isLoopback(sent.url)) throw new ControlRefused('Webhooks go to an http address on this machine.')
    const { url, secret, held: isHeld = false, retryDelaysMs = usualDelaysMs } = sent
    sender.target = { url, secret, isHeld, retryDelaysMs }
    sender.deliveries.length = 0
    const said = await subscribe?.(sent)
    response.json({ ...report(), ...said })
  })
  router.delete('/webhooks', (_request, response) => {
    sender.target = undefined
    response.json(report())
  })
  router.post('/webhooks/deliver', async (request, response) => {
    const {
      order = 'told',
      seed = 1,
      times = 1,
      again = false,
      together = false,
    } = readControl(DeliverRequest, request.body)
    if (!sender.target) throw new ControlRefused('Nobody subscribed. POST /webhooks first.')
    await sender.idle()
    const open = again ? [...sender.deliveries] : together ? sender.gathered() : sender.open()
    const repeated = open.flatMap((delivery) => Array<Delivery>(times).fill(delivery))
    await sender.deliver(arranged(repeated, { order, seed }))
    response.json(report())
  })
}

function shown({ target }: WebhookSender) {
  return target ? { url: target.url, held: target.isHeld, retryDelaysMs: target.retryDelaysMs } : null
}

function isLoopback(url: string): boolean {
  const { protocol, hostname } = URL.canParse(url) ? new URL(url) : { protocol: '', hostname: '' }
  return protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname)
}

function arranged(deliveries: Delivery[], { order, seed }: { order: string; seed: number }): Delivery[] {
  if (order === 'reversed') return deliveries.toReversed()
  if (order === 'told') return deliveries
  const random = seededRandom(seed)
  return deliveries
    .map((delivery) => ({ delivery, at: random() }))
    .toSorted((left, right) => left.at - right.at)
    .map(({ delivery }) => delivery)
}
