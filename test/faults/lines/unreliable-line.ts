import { connect, createServer, type Server, type Socket } from 'node:net'
import { freePort } from '../../../apps/local/src/ports/free-port.ts'

/** pass = as it is · hang = nothing comes through any more · deaf = nobody answers the call. */
export type LineState = 'pass' | 'hang' | 'deaf'

export interface UnreliableLine {
  port: number
  set(state: LineState): void
  /** Ends every connection at once, as a reset. */
  cut(): void
  /** The next connections end after so many bytes: of the request, or of the answer. */
  cutAfter(cut: { of: 'request' | 'answer'; bytes: number; times: number }): void
  /** Both ways slower than this: so many bytes each 20 milliseconds; undefined = at full speed. */
  throttle(bytesEach: number | undefined): void
  /** Connections that were ended on purpose. */
  cuts(): number
  close(): Promise<void>
}

interface Cut {
  of: 'request' | 'answer'
  bytes: number
}

/** A line on loopback between one of our processes and a server, which fails when it is told to. */
export async function openLine(to: { port: number }): Promise<UnreliableLine> {
  const port = await freePort()
  const pairs = new Set<readonly [Socket, Socket]>()
  const planned: Cut[] = []
  let state: LineState = 'pass'
  let slow: number | undefined
  let ended = 0

  const reset = (pair: readonly [Socket, Socket]) => {
    for (const socket of pair) socket.resetAndDestroy()
    pairs.delete(pair)
  }
  const server = createServer((near) => {
    if (state === 'deaf') {
      near.resetAndDestroy()
      return
    }
    const far = connect(to.port, '127.0.0.1')
    const pair = [near, far] as const
    const cut = planned.shift()
    pairs.add(pair)
    const end = () => {
      ended += 1
      reset(pair)
    }
    carry({ from: near, to: far, last: cut?.of === 'request' ? cut.bytes : undefined, end })
    carry({ from: far, to: near, last: cut?.of === 'answer' ? cut.bytes : undefined, end })
    for (const socket of pair) {
      socket.on('error', () => reset(pair))
      socket.on('close', () => reset(pair))
    }
  })

  function carry(way: { from: Socket; to: Socket; last: number | undefined; end: () => void }): void {
    let carried = 0
    way.from.on('data', (bytes: Buffer) => {
      if (state === 'hang') return
      if (way.last !== undefined && carried + bytes.length >= way.last) {
        way.to.write(bytes.subarray(0, Math.max(0, way.last - carried)))
        setImmediate(way.end)
        return
      }
      carried += bytes.length
      if (slow === undefined) way.to.write(bytes)
      else drip({ ...way, bytes, each: slow })
    })
    way.from.on('end', () => {
      if (state === 'pass') way.to.end()
    })
  }

  await listen(server, port)
  return {
    port,
    set(next) {
      state = next
      // What was swallowed while it hung cannot be sent again: those connections are lost.
      if (next === 'pass') for (const pair of [...pairs]) reset(pair)
    },
    cut() {
      ended += pairs.size
      for (const pair of [...pairs]) reset(pair)
    },
    cutAfter({ times, ...cut }) {
      planned.push(...Array.from({ length: times }, () => cut))
    },
    throttle(bytesEach) {
      slow = bytesEach
    },
    cuts: () => ended,
    close: () =>
      new Promise((resolve) => {
        for (const pair of [...pairs]) reset(pair)
        server.close(() => resolve())
      }),
  }
}

/** In order: the source waits until its last bytes are through. */
function drip(way: { from: Socket; to: Socket; bytes: Buffer; each: number }): void {
  way.from.pause()
  let sent = 0
  const timer = setInterval(() => {
    if (way.to.destroyed) return clearInterval(timer)
    way.to.write(way.bytes.subarray(sent, sent + way.each))
    sent += way.each
    if (sent < way.bytes.length) return
    clearInterval(timer)
    way.from.resume()
  }, 20)
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve) => server.listen(port, '127.0.0.1', resolve))
}
