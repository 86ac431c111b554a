import { existsSync } from 'node:fs'
import { join } from 'node:path'
import express, { Router } from 'express'

/** The built web: hashed assets for ever, the page itself never, and the page for every address of its own. */
export function serveWeb(folder: string): Router {
  const router = Router()
  if (!existsSync(join(folder, 'index.html'))) return router
  router.use(
    '/assets',
    express.static(join(folder, 'assets'), { immutable: true, maxAge: '1y', fallthrough: false }),
  )
  router.use(express.static(folder, { index: false, maxAge: '1h' }))
  router.get('/{*page}', (_request, reply) => {
    reply.setHeader('cache-control', 'no-cache')
    reply.sendFile(join(folder, 'index.html'))
  })
  return router
}
