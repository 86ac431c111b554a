import { isObject, type Json, type JsonObject, textOf } from '../../../fake-service/json.ts'

/** What a caller gets who does not ask for JSON: XML is the service's default. */
export function xmlAnswer(body: JsonObject): string {
  const { time, ...rest } = body
  const stamp = typeof time === 'string' ? ` time="${escapeXml(time)}"` : ''
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><IntuitResponse xmlns="http://schema.intuit.com/finance/v3"${stamp}>${children(rest)}</IntuitResponse>`
}

const asAttribute = [
  'domain',
  'sparse',
  'status',
  'type',
  'code',
  'element',
  'startPosition',
  'maxResults',
  'totalCount',
]

function children(value: JsonObject): string {
  return Object.entries(value)
    .filter(([name]) => !asAttribute.includes(name))
    .map(([name, inner]) =>
      Array.isArray(inner) ? inner.map((each) => element(name, each)).join('') : element(name, inner),
    )
    .join('')
}

function attributes(value: JsonObject): string {
  const own = Object.entries(value).filter(([name, inner]) => asAttribute.includes(name) && !isObject(inner))
  return own.map(([name, inner]) => ` ${name}="${escapeXml(String(inner))}"`).join('')
}

function element(name: string, value: Json): string {
  if (value === null) return ''
  if (!isObject(value)) return `<${name}>${escapeXml(String(value))}</${name}>`
  if (name.endsWith('Ref') && typeof value.value === 'string') {
    const label = textOf(value.name)
    return `<${name}${label === undefined ? '' : ` name="${escapeXml(label)}"`}>${escapeXml(value.value)}</${name}>`
  }
  return `<${name}${attributes(value)}>${children(value)}</${name}>`
}

function escapeXml(text: string): string {
  const named: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
  return text.replaceAll(/[&<>"]/g, (character) => named[character] ?? '')
}
