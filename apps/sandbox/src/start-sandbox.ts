import { mkdirSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { type Fake, fakes } from '@fieldledger/connectors/fakes'
import express, { type NextFunction, type Request, type Response } from 'express'
import { PortTaken } from './port-taken.ts'

export interface SandboxOptions {
  /** 0 takes a free one. */
  port: number
  /** Books lie under `<dataFolder>/sandbox/`. */
  dataFolder: string
  origin?: string
  control?: boolean
  now?: () => number
}

export interface Sandbox {
  port: number
  url: string
  close(): Promise<void>
}

/** Serves every connector's fake ledger on loopback. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const folder = join(options.dataFolder, 'sandbox')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const served: Fake[] = []
  const server = createServer()
  const port = await listen(server, options.port)
  const web = express()
  web.disable('x-powered-by')
  web.disable('etag')
  for (const { provider, createFake } of fakes) {
    const fake = createFake({
      dataFolder: folder,
      control: options.control ?? true,
      ...(options.origin !== undefined && { origin: options.origin }),
      ...(options.now && { now: options.now }),
    })
    served.push(fake)
    web.use(`/${provider}`, fake.router)
  }
  web.get(
    '/health',
    (_request, response) => void response.json({ status: 'ok', ledgers: fakes.map((fake) => fake.provider) }),
  )
  web.get('/favicon.ico', (_request, response) => void response.status(204).end())
  web.get('/', (_request, response) => response.redirect(302, served[0]?.home ?? '/health'))
  web.use(
    (_request, response) =>
      void response.status(404).type('text/plain').send('There is no such page in the practice ledgers.'),
  )
  web.use(answerError)
  server.on('request', web)
  const close = async () => {
    await new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
    for (const fake of served) await fake.close()
  }
  return { port, url: `http://127.0.0.1:${port}`, close }
}

/** The port comes first: a second sandbox must not touch the books of the one that runs. */
function listen(server: ReturnType<typeof createServer>, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new PortTaken(port) : error),
    )
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })
}

function answerError(error: unknown, _request: Request, response: Response, _next: NextFunction): void {
  const status =
    typeof error === 'object' && error !== null && 'status' in error ? Number(error.status) || 500 : 500
  response.status(status).json({ error: status === 413 ? 'too large' : 'the practice ledger failed' })
}
