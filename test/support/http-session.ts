/** What the API answered: tests look at the status themselves. */
export interface Answer<Body> {
  status: number
  body: Body
  headers: Headers
}

/** The API refused what a test needs for going on. */
export class UnexpectedAnswer extends Error {
  readonly code = 'unexpected-answer'
  readonly retryable = false

  constructor(call: string, answer: { status: number; body: unknown }) {
    super(`${call} answered ${answer.status}: ${JSON.stringify(answer.body).slice(0, 600)}`)
    this.name = 'UnexpectedAnswer'
  }
}

/** One signed-in person over real HTTP, as the web does it: session cookie, our header, one company. */
export class HttpSession {
  readonly origin: string
  readonly company: string | undefined
  #cookie: string

  constructor(session: { origin: string; cookie: string; company?: string }) {
    this.origin = session.origin
    this.company = session.company
    this.#cookie = session.cookie
  }

  inCompany(company: string): HttpSession {
    return new HttpSession({ origin: this.origin, cookie: this.#cookie, company })
  }

  /** What every call of this person carries. */
  headers(): Record<string, string> {
    return {
      cookie: this.#cookie,
      origin: this.origin,
      'x-fieldledger-csrf': '1',
      ...(this.company === undefined ? {} : { 'x-company-id': this.company }),
    }
  }

  async call<Body = unknown>(method: string, path: string, body?: unknown): Promise<Answer<Body>> {
    const answer = await fetch(`${this.origin}/api/v1${path}`, {
      method,
      headers: {
        ...this.headers(),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      body: body === undefined ? null : JSON.stringify(body),
      redirect: 'manual',
      signal: AbortSignal.timeout(60_000),
    })
    const text = await answer.text()
    const parsed = answer.headers.get('content-type')?.includes('json') ? JSON.parse(text) : text
    return { status: answer.status, body: parsed as Body, headers: answer.headers }
  }

  get = <Body>(path: string) => this.#expectGood<Body>('GET', path)
  post = <Body>(path: string, body: unknown = {}) => this.#expectGood<Body>('POST', path, body)
  put = <Body>(path: string, body: unknown) => this.#expectGood<Body>('PUT', path, body)

  async #expectGood<Body>(...call: [method: string, path: string, body?: unknown]): Promise<Body> {
    const answer = await this.call<Body>(...call)
    if (answer.status >= 400) throw new UnexpectedAnswer(`${call[0]} ${call[1]}`, answer)
    return answer.body
  }
}

/** Signs in with e-mail and password. */
export async function signIn(who: { origin: string; email: string; password: string }): Promise<HttpSession> {
  const answer = await fetch(`${who.origin}/api/v1/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: who.origin, 'x-fieldledger-csrf': '1' },
    body: JSON.stringify({ email: who.email, password: who.password }),
  })
  if (!answer.ok)
    throw new UnexpectedAnswer(`Sign-in of ${who.email}`, {
      status: answer.status,
      body: await answer.text(),
    })
  const cookie = answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
  return new HttpSession({ origin: who.origin, cookie })
}
