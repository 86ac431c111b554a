import type { Response } from 'express'

export function sendCsv(reply: Response, { name, text }: { name: string; text: string | Buffer }): void {
  csvHeaders(reply, name)
  reply.send(text)
}

export function csvHeaders(reply: Response, name: string): void {
  reply.setHeader('content-disposition', `attachment; filename="${name}"`)
  reply.setHeader('cache-control', 'no-store')
  reply.type('text/csv')
}
