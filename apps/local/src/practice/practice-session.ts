/** The stack refused something that the practice data needs. */
export class PracticeRefused extends Error {
  readonly code = 'practice-refused'
  readonly retryable = true

  constructor(call: string, answer: { status: number; text: string }) {
    super(
      `The examples of the practice company could not be made: ${call} answered ${answer.status} ${answer.text.slice(0, 300)}. Stop and run npm start again.`,
    )
    this.name = 'PracticeRefused'
  }
}

/** One practice person, signed in over HTTP as a browser would be, working in one company. */
export class PracticeSession {
  readonly apiUrl: string
  readonly companyId: string
  readonly #cookie: string

  private constructor(session: { apiUrl: string; companyId: string; cookie: string }) {
    this.apiUrl = session.apiUrl
    this.companyId = session.companyId
    this.#cookie = session.cookie
  }

  static async signIn(who: {
    apiUrl: string
    companyId: string
    email: string
    password: string
  }): Promise<PracticeSession> {
    const answer = await fetch(`${who.apiUrl}/api/v1/auth/sign-in/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: who.apiUrl, 'x-fieldledger-csrf': '1' },
      body: JSON.stringify({ email: who.email, password: who.password }),
    })
    if (!answer.ok)
      throw new PracticeRefused(`signing in ${who.email}`, {
        status: answer.status,
        text: await answer.text(),
      })
    const cookie = answer.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ')
    return new PracticeSession({ ...who, cookie })
  }

  get = <Body>(path: string) => this.#call<Body>({ method: 'GET', path })
  post = <Body>(path: string, body: unknown = {}) => this.#call<Body>({ method: 'POST', path, body })
  put = <Body>(path: string, body: unknown) => this.#call<Body>({ method: 'PUT', path, body })

  async exists(path: string): Promise<boolean> {
    const answer = await this.#fetch({ method: 'GET', path })
    await answer.body?.cancel()
    return answer.status === 200
  }

  /** Goes where the provider sent the browser back to; answers where that leads. */
  async comeBack(url: string): Promise<string> {
    const answer = await fetch(url, { headers: { cookie: this.#cookie }, redirect: 'manual' })
    await answer.body?.cancel()
    return answer.headers.get('location') ?? ''
  }

  async #call<Body>(call: { method: string; path: string; body?: unknown }): Promise<Body> {
    const answer = await this.#fetch(call)
    const text = await answer.text()
    if (!answer.ok) throw new PracticeRefused(`${call.method} ${call.path}`, { status: answer.status, text })
    return (text === '' ? undefined : JSON.parse(text)) as Body
  }

  #fetch(call: { method: string; path: string; body?: unknown }): Promise<Response> {
    return fetch(`${this.apiUrl}/api/v1${call.path}`, {
      method: call.method,
      headers: {
        cookie: this.#cookie,
        origin: this.apiUrl,
        'x-fieldledger-csrf': '1',
        'x-company-id': this.companyId,
        ...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      body: call.body === undefined ? null : JSON.stringify(call.body),
      redirect: 'manual',
      signal: AbortSignal.timeout(60_000),
    }).catch((error: unknown) => {
      throw new PracticeRefused(`${call.method} ${call.path}`, { status: 0, text: String(error) })
    })
  }
}
