import type { LookupFunction } from 'node:net'
import { Agent, buildConnector } from 'undici'
import { EgressError, NeverConnected } from './egress-errors.ts'

const connectTimeoutMs = 10_000

/** Connections of our own making: what fails while connecting is told apart from what breaks later. */
export function checkedDispatcher(options: { lookup?: LookupFunction } = {}): Agent {
  const connect = buildConnector({ timeout: connectTimeoutMs, ...options })
  return new Agent({
    maxHeaderSize: 64 * 1024,
    connect: (target, callback) =>
      connect(target, (error, socket) => {
        if (error === null && socket !== null) return callback(null, socket)
        const refused =
          error instanceof EgressError ? error : new NeverConnected(target.host ?? '', { cause: error })
        return callback(refused, null)
      }),
  })
}
