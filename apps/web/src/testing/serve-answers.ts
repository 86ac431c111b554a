import { vi } from 'vitest'

export interface Asked {
  method: string
  path: string
  body: unknown
}

/** Answers the app's requests instead of a server, and remembers them. A path without an answer is an empty list. */
export function serveAnswers(
  answer: (asked: Asked) => Response | object | undefined | Promise<object>,
): Asked[] {
  const asked: Asked[] = []
  vi.stubGlobal('fetch', async (input: string, init: RequestInit = {}) => {
    const request = {
      method: init.method ?? 'GET',
      path: input.replace('/api/v1', ''),
      body: typeof init.body === 'string' ? JSON.parse(init.body) : undefined,
    }
    asked.push(request)
    const found = (await answer(request)) ?? { rows: [] }
    return found instanceof Response ? found : Response.json(found)
  })
  return asked
}
