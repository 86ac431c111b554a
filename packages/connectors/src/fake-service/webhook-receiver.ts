import { createHmac } from 'node:crypto'
import { EventEmitter, once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Message {
  headers: IncomingHttpHeaders
  text: string
}

/** Somebody who is told by webhooks, for the tests of the fakes; it answers as it is told to. */
export async function openReceiver(answer: (message: Message) => number = () => 200) {
  const messages: Message[] = []
  const arrivals = new EventEmitter()
  const server = createServer(async (request, response) => {
    let text = ''
    for await (const chunk of request.setEncoding('utf8')) text += String(chunk)
    const message = { headers: request.headers, text }
    messages.push(message)
    response.writeHead(answer(message)).end()
    arrivals.emit('message')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const heard = async (count: number): Promise<Message[]> => {
    while (messages.length < count) await once(arrivals, 'message')
    return messages
  }
  const close = () => void server.close().closeAllConnections()
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/told`, messages, heard, close }
}

export function signatureOf(text: string, secret: string): string {
  return createHmac('sha256', secret).update(text).digest('base64')
}
