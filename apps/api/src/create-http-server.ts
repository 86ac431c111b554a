import { createServer, IncomingMessage, type Server, ServerResponse } from 'node:http'
import type { Express } from 'express'
import { newcomersFirst } from './door/newcomers-first.ts'

/**
 * Serves the app with requests and answers that are made with the app's prototypes. Express gives each its prototype
 * when it comes, and to V8 an object whose prototype was changed is like no other: whatever is set on it after that, and
 * whoever reads it, is looked up anew. That was an eighth of the API's CPU under load.
 */
export function createHttpServer(app: Express, monotonic = () => performance.now()): Server {
  class AppRequest extends IncomingMessage {}
  class AppAnswer extends ServerResponse {}
  Object.setPrototypeOf(AppRequest.prototype, app.request)
  Object.setPrototypeOf(AppAnswer.prototype, app.response)
  Object.assign(app, { request: AppRequest.prototype, response: AppAnswer.prototype })
  const serve = (request: IncomingMessage, answer: ServerResponse) => {
    // Node gives up whoever hung up before the answer; the body of one would be taken for an empty one.
    if (request.socket.readable) app(request, answer)
    else request.socket.destroy()
  }
  const { onConnection, onRequest } = newcomersFirst(serve, monotonic)
  const server = createServer({ IncomingMessage: AppRequest, ServerResponse: AppAnswer }, onRequest)
  return server.on('connection', onConnection)
}
