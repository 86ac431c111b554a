import type { WireRequest } from '@fieldledger/accounting'
import { Ajv } from 'ajv'

interface Published {
  $id: string
  definitions: Record<string, { properties?: Record<string, unknown> }>
}

/** Intuit's schema has its transactions, people and lists; of taxes and settings only what these name. */
const leftOut = ['TaxRate', 'Preferences', 'ExchangeRate']
const company = '/v3/company/{company}/'

/** Judges by Intuit's own schema: what it does not know of a request; nothing, when it may leave. */
export function publishedFaults(document: unknown): (request: WireRequest) => string[] {
  const published: Published = JSON.parse(JSON.stringify(document))
  const { $id, definitions } = published
  const ajv = new Ajv({ strict: false, strictNumbers: true, allErrors: true }).addSchema(published)

  const bodyFaults = (kind: string, body: unknown): string[] => {
    const validate = ajv.getSchema(`${$id}#/definitions/${kind}`)
    if (validate === undefined) return [`nothing is written as ${kind}`]
    validate(JSON.parse(JSON.stringify(body)))
    return (validate.errors ?? []).map(
      ({ instancePath, params }) => `${instancePath} ${JSON.stringify(params)}`,
    )
  }

  /** A query names a kind, and properties of it. */
  const queryFaults = (text: string): string[] => {
    const [, kind = '', rest = ''] = /^select \* from (\w+)(.*)$/s.exec(text) ?? []
    if (leftOut.includes(kind)) return []
    const { properties } = definitions[kind] ?? {}
    if (properties === undefined) return [`no ${kind}`]
    return namesIn(rest).flatMap((name) =>
      Object.hasOwn(properties, name.split('.')[0] ?? '') ? [] : [`${kind} has no ${name}`],
    )
  }

  return ({ path, query = {}, body }) => {
    const [segment = ''] = path.startsWith(company) ? path.slice(company.length).split('/') : []
    if (segment === 'query') return queryFaults(String(query.query))
    if (segment === 'cdc')
      return String(query.entities)
        .split(',')
        .flatMap((kind) => (definitions[kind] ? [] : [`no ${kind}`]))
    if (segment === 'upload') return bodyFaults('Attachable', metadataOf(body))
    const kind = [...Object.keys(definitions), ...leftOut].find((name) => name.toLowerCase() === segment)
    if (kind === undefined) return [`no ${path}`]
    if (body === undefined) return []
    return body.as === 'json' ? bodyFaults(kind, body.value) : [`a body as ${body.as}`]
  }
}

function metadataOf(body: WireRequest['body']): unknown {
  const part = body?.as === 'multipart' ? body.value.file_metadata_01 : undefined
  return part !== undefined && 'json' in part ? part.json : null
}

/** The properties that are compared or ordered by, whatever stands between quotes. */
function namesIn(conditions: string): string[] {
  const plain = conditions.replaceAll(/'(\\.|[^'\\])*'/g, '?')
  const compared = plain.matchAll(/([A-Za-z][\w.]*) (?:=|in|like|>=|<=|<|>) /g)
  const ordered = plain.matchAll(/orderby ([A-Za-z][\w.]*)/g)
  return [...compared, ...ordered].map(([, name = '']) => name)
}
