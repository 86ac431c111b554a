import type { WireRequest } from '@fieldledger/accounting'
import { Ajv } from 'ajv'

interface Parameter {
  in: string
  name: string
  schema?: { format?: string }
}
type Listed = { $ref: string } | Parameter
type Body = { content: Record<string, { schema: { $ref?: string } }> }
interface Described {
  parameters?: Listed[]
  requestBody?: Body | { $ref: string }
}
interface Published {
  paths: Record<string, { parameters?: Listed[] } & Record<string, Described>>
  components: {
    schemas: unknown
    parameters: Record<string, Parameter>
    requestBodies: Record<string, Body>
  }
}

interface Found {
  parameters: Parameter[]
  body: Body | undefined
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
/** reference §2.3: the service takes it for orders too, though its document names it for items and invoices only. */
const knownBeyond = ['unitdp']
/** Every request of HTTP may have them. */
const plainHeaders = ['accept', 'content-type']

/** Judges by Xero's own OpenAPI document: what it does not know of a request; nothing, when it may leave. */
export function publishedFaults(document: unknown): (request: WireRequest) => string[] {
  const published: Published = JSON.parse(JSON.stringify(document))
  const ajv = new Ajv({ strict: false, allErrors: true, formats: { uuid, double: true } })
  ajv.addSchema({ $id: 'xero', components: { schemas: closed(published.components.schemas) } })
  return (request) => {
    const found = describedAt(request, published)
    if (found === undefined) return [`no ${request.method} at ${request.path}`]
    return [...nameFaults(request, found), ...bodyFaults(request, { found, ajv })]
  }
}

/** The document leaves its records open; closed here, so that a misspelt field is seen. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed)
  if (typeof schema !== 'object' || schema === null) return schema
  const parts = Object.entries(schema).map(([key, part]) => [key, closed(part)])
  const record = Object.fromEntries(parts)
  return 'properties' in schema ? { ...record, additionalProperties: false } : record
}

const nameOf = ($ref: string) => $ref.split('/').at(-1) ?? ''

function describedAt({ method, path }: WireRequest, { paths, components }: Published): Found | undefined {
  const segments = path.replace('/api.xro/2.0', '').split('/')
  for (const [template, methods] of Object.entries(paths)) {
    const { parameters: ofPath = [], [method.toLowerCase()]: described } = methods
    if (described === undefined) continue
    const parameters = [...ofPath, ...(described.parameters ?? [])].flatMap((each) =>
      '$ref' in each ? (components.parameters[nameOf(each.$ref)] ?? []) : [each],
    )
    if (!fits(segments, { template, parameters })) continue
    const { requestBody } = described
    const isNamed = requestBody !== undefined && '$ref' in requestBody
    return { parameters, body: isNamed ? components.requestBodies[nameOf(requestBody.$ref)] : requestBody }
  }
  return undefined
}

function fits(
  segments: readonly string[],
  { template, parameters }: { template: string; parameters: readonly Parameter[] },
): boolean {
  const wanted = template.split('/')
  if (wanted.length !== segments.length) return false
  return wanted.every((part, position) => {
    const segment = segments[position] ?? ''
    if (!part.startsWith('{')) return part === segment
    const parameter = parameters.find(({ name }) => part === `{${name}}`)
    return parameter?.schema?.format === 'uuid' ? uuid.test(segment) : segment !== ''
  })
}

function nameFaults({ query = {}, headers = {} }: WireRequest, { parameters }: Found): string[] {
  const names = (place: string) => parameters.flatMap((each) => (each.in === place ? each.name : []))
  const queries = [...names('query'), ...knownBeyond]
  const known = [...plainHeaders, ...names('header').map((name) => name.toLowerCase())]
  return [
    ...Object.keys(query).flatMap((name) => (queries.includes(name) ? [] : `no query ${name}`)),
    ...Object.keys(headers).flatMap((name) => (known.includes(name) ? [] : `no header ${name}`)),
  ]
}

function bodyFaults({ body }: WireRequest, { found, ajv }: { found: Found; ajv: Ajv }): string[] {
  if (body === undefined) return found.body === undefined ? [] : ['no body']
  const content = found.body?.content[body.as === 'file' ? 'application/octet-stream' : 'application/json']
  if (content === undefined) return [`a body as ${body.as}`]
  if (body.as === 'file') return []
  const validate = ajv.getSchema(content.schema.$ref?.replace('#', 'xero#') ?? '')
  if (validate === undefined) return ['a body without a schema']
  validate(JSON.parse(JSON.stringify(body.value)))
  return (validate.errors ?? []).map(
    ({ instancePath, params }) => `${instancePath} ${JSON.stringify(params)}`,
  )
}
