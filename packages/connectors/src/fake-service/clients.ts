import { sameSecret } from './tokens.ts'

export interface Client {
  id: string
  secret: string
}

/** Who may ask for tokens. */
export class Clients {
  readonly #clients: readonly Client[]

  constructor(clients: readonly Client[] = [{ id: 'practice-client', secret: 'practice-secret' }]) {
    this.#clients = clients
  }

  readonly isKnown = (id: string): boolean => this.#clients.some((client) => client.id === id)

  /** The id inside `Authorization: Basic …`, when its secret is right. */
  authenticated(authorization: string | undefined): string | undefined {
    const encoded = /^Basic (.+)$/i.exec(authorization ?? '')?.[1]
    if (encoded === undefined) return undefined
    const [id = '', ...rest] = Buffer.from(encoded, 'base64').toString('utf8').split(':')
    const secret = rest.join(':')
    return this.#clients.find((client) => client.id === id && sameSecret(client.secret, secret))?.id
  }
}
