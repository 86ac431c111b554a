import type { Router } from 'express'
import { ControlRefused } from '../../../fake-service/control-request.ts'
import { addWebhookRoutes } from '../../../fake-service/webhook-routes.ts'
import { WebhookSender } from '../../../fake-service/webhook-sender.ts'
import type { Books } from '../books/books.ts'
import { asCloudEvents, asEventNotifications, noticesOf } from './notices.ts'

const forms = { 'cloud-events': asCloudEvents, 'event-notifications': asEventNotifications }
type Form = keyof typeof forms

/** Webhooks of the application: one address and one verifier token for all companies. */
export class Feed {
  readonly sender: WebhookSender
  #form: Form = 'cloud-events'

  constructor(books: Books) {
    this.sender = new WebhookSender({
      signatureHeader: 'intuit-signature',
      body: (notices) => forms[this.#form](notices),
      settled: () => books.settled(),
    })
    books.listen((record) => {
      if (record.type === 'commit') this.sender.tell(noticesOf(record))
    })
  }

  addRoutes(router: Router): void {
    addWebhookRoutes(router, {
      sender: this.sender,
      subscribe: async ({ form = 'cloud-events' }) => {
        if (form !== 'cloud-events' && form !== 'event-notifications')
          throw new ControlRefused(`The form is one of ${Object.keys(forms).join(', ')}.`)
        this.#form = form
        return { form }
      },
    })
  }
}
