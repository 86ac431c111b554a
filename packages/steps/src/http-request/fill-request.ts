import type { HeaderPiece, StepRequest } from '@fieldledger/workflow'
import type { HttpRequestConfig } from './definition.ts'
import { fillJson } from './fill-json.ts'
import { fillText } from './fill-text.ts'
import type { FormValues } from './form-values.ts'
import { hasBody, originPart } from './host-of.ts'
import { cutAtPlaceholders, secretIn } from './placeholders.ts'
import { Unfillable } from './unfillable.ts'

/** A body no longer than this leaves. */
const mostBody = 1024 * 1024
/** What undici, and most servers, take for a header's value. */
const headerText = /^[\t\x20-\x7e\xa0-\xff]*$/

/** The request with every placeholder filled in, or `Unfillable`. */
export function fillRequest(config: HttpRequestConfig, values: FormValues): StepRequest {
  const json = config.format === 'json'
  const body = hasBody(config.method) && config.body.trim() !== '' ? filledBody(config, values) : undefined
  const headers = config.headers.map(({ name, value }) => ({
    name,
    value: fillHeader(value, { name, values }),
  }))
  const typed = headers.some(({ name }) => name.toLowerCase() === 'content-type')
  const type = { name: 'Content-Type', value: [json ? 'application/json' : 'text/plain; charset=utf-8'] }
  return {
    method: config.method,
    url: fillUrl(config.url, values),
    headers: body === undefined || typed ? headers : [...headers, type],
    ...(body === undefined ? {} : { body }),
  }
}

function filledBody({ format, body }: HttpRequestConfig, values: FormValues): string {
  const filled = format === 'json' ? JSON.stringify(fillJson(body, values)) : fillText(body, values.text)
  if (filled.length > mostBody)
    throw new Unfillable(
      'body-too-long',
      'The body came to more than 1 MB: send fewer fields, then try again.',
    )
  return filled
}

/** Values stand percent-encoded in path and query; the origin is as it was typed. */
function fillUrl(template: string, values: FormValues): string {
  const origin = originPart(template)
  const rest = fillText(template.slice(origin.length), (name) => {
    const text = values.text(name)
    return text === undefined ? undefined : encodeURIComponent(text)
  })
  const path = rest.split(/[?#]/)[0] ?? ''
  if (path.split('/').some((part) => /^(\.|%2e){1,2}$/i.test(part)))
    throw new Unfillable(
      'path-climbs',
      'A value would lead to another path of the address: correct the form.',
    )
  return origin + rest
}

function fillHeader(template: string, at: { name: string; values: FormValues }): HeaderPiece[] {
  return cutAtPlaceholders(template).flatMap(({ literal, name }): HeaderPiece[] => {
    if (name === undefined) return [literal]
    const secret = secretIn(name)
    if (secret !== undefined) return [literal, { secret }]
    const text = fillText(`{${name}}`, at.values.text)
    if (!headerText.test(text))
      throw new Unfillable(
        'header-unfit',
        `The header "${at.name}" cannot hold this value, as it has line breaks or rare characters: send it in the body.`,
      )
    return [literal, text]
  })
}
