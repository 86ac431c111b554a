import { isObject, type Json, type JsonObject } from '../../../fake-service/json.ts'

/** What a caller gets who does not ask for JSON. */
export function xmlAnswer(body: JsonObject): string {
  return `<?xml version="1.0" encoding="utf-8"?><Response>${children(body)}</Response>`
}

function children(value: JsonObject): string {
  return Object.entries(value)
    .map(([name, inner]) => element(name, inner))
    .join('')
}

function element(name: string, value: Json): string {
  if (value === null) return ''
  if (Array.isArray(value)) return wrapped(name, value.map((each) => element(singular(name), each)).join(''))
  return wrapped(name, isObject(value) ? children(value) : escapeXml(String(value)))
}

function wrapped(name: string, inner: string): string {
  return `<${name}>${inner}</${name}>`
}

function singular(name: string): string {
  return name.replace(/ies$/, 'y').replace(/(?<=[a-z])s$/, '')
}

function escapeXml(text: string): string {
  const named: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
  return text.replaceAll(/[&<>"]/g, (character) => named[character] ?? '')
}
