export interface Answer {
  status: number
  body: Record<string, unknown>
  headers: Headers
}

export type Session = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<Answer>

/** Signed in by password, or nobody; streams are left after their first bytes. */
export async function openSession(
  origin: string,
  who?: { email: string; password: string },
): Promise<Session> {
  let cookie = ''
  const session: Session = async (method, path, body, headers = {}) => {
    const answer = await fetch(`${origin}/api/v1${path}`, {
      method,
      redirect: 'manual',
      headers: {
        cookie,
        origin,
        'x-fieldledger-csrf': '1',
        ...(body === undefined || isRaw(body) ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      body: body === undefined ? null : isRaw(body) ? body : asText(body),
      // What is made while it is sent is not read before.
      ...(body instanceof ReadableStream ? { duplex: 'half' } : {}),
    } as RequestInit)
    const type = answer.headers.get('content-type') ?? ''
    if (type.startsWith('text/event-stream')) await answer.body?.cancel()
    const text = type.startsWith('text/event-stream') ? '' : await answer.text()
    return {
      status: answer.status,
      headers: answer.headers,
      body: type.includes('json') ? (JSON.parse(text) as Record<string, unknown>) : { text },
    }
  }
  if (who !== undefined) {
    const { headers } = await session('POST', '/auth/sign-in/email', who)
    cookie = headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ')
  }
  return session
}

/** By API key: no cookie, no header of our pages. */
export async function openKeySession(origin: string, key: string): Promise<Session> {
  const nobody = await openSession(origin)
  return (method, path, body, headers = {}) =>
    nobody(method, path, body, { authorization: `Bearer ${key}`, ...headers })
}

function isRaw(body: unknown): body is FormData | ReadableStream {
  return body instanceof FormData || body instanceof ReadableStream
}

function asText(body: unknown): string {
  return typeof body === 'string' ? body : JSON.stringify(body)
}
