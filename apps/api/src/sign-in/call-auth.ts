import { AsyncLocalStorage } from 'node:async_hooks'

/** Where better-auth keeps what it carries along with its calls; it makes them with its first call. */
const place = Symbol.for('better-auth:global')

let underWay = 0

/**
 * Asks better-auth. It carries its context in AsyncLocalStorages that it never disables, and as long as one of them is
 * enabled Node before 24 is called back for every promise that anybody in the process makes: a tenth of the API's CPU
 * under load. So they are disabled when no call is under way any more; its next call enables them again. Nothing of it
 * goes on after its answer, as long as nobody gives it a handler for background tasks.
 */
export async function callAuth<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  underWay += 1
  try {
    return await ask()
  } finally {
    underWay -= 1
    if (underWay === 0) for (const storage of storagesOfAuth()) storage.disable()
  }
}

function storagesOfAuth(): AsyncLocalStorage<unknown>[] {
  const { context = {} } = (Reflect.get(globalThis, place) ?? {}) as { context?: object }
  return Object.values(context).filter((value) => value instanceof AsyncLocalStorage)
}
