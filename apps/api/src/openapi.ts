import { ProblemDetails } from '@fieldledger/contract'
import type { Route } from './router/route.ts'

/** OpenAPI 3.1 from the route table. */
export function openApi(routes: readonly Route[]) {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(route) }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Fieldledger', version: '1' },
    servers: [{ url: '/api/v1' }],
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'fieldledger.session_token' },
        bearer: { type: 'http', scheme: 'bearer' },
      },
    },
    paths,
  }
}

function operation(route: Route) {
  const { policy, summary, signedBody } = route
  const body = signedBody ? {} : route.body
  return {
    summary,
    'x-policy': policy,
    security: policy === 'public' ? [] : [{ session: [] }, { bearer: [] }],
    parameters: [
      ...pathParameters(route),
      ...queryParameters(route),
      ...(signedBody ? signatureParameters : []),
    ],
    ...(body === undefined
      ? {}
      : { requestBody: { required: true, content: { 'application/json': { schema: body } } } }),
    responses: {
      [String(route.status ?? (route.answer === 'nothing' ? 204 : 200))]: answerOf(route),
      default: {
        description: 'Refused',
        content: { 'application/problem+json': { schema: ProblemDetails } },
      },
    },
  }
}

/** Standard Webhooks. */
const signatureParameters = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => ({
  name,
  in: 'header',
  required: true,
  schema: { type: 'string' },
}))

function answerOf({ answer }: Route) {
  if (answer === 'nothing') return { description: 'Done' }
  const type = 'bytes' in answer ? String(answer.bytes) : 'application/json'
  return { description: 'Done', content: { [type]: 'bytes' in answer ? {} : { schema: answer } } }
}

function pathParameters({ path }: Route) {
  return [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))
}

function queryParameters({ query }: Route) {
  const { properties = {}, required = [] } = (query ?? {}) as {
    properties?: Record<string, unknown>
    required?: string[]
  }
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }))
}
