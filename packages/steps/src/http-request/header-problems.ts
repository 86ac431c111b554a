import type { NamedSecret, Problem } from '@fieldledger/workflow'
import { problemAt } from '../problem-at.ts'
import type { HttpRequestConfig } from './definition.ts'
import { originPart } from './host-of.ts'
import { unknownNames } from './placeholder-problems.ts'
import { cutAtPlaceholders, namesIn, type Placeholder, secretIn } from './placeholders.ts'

const headerName = /^[A-Za-z0-9!#$%&'*+.^_`|~-]+$/
const headerLiteral = /^[\t\x20-\x7e\xa0-\xff]*$/
/** Ours: they say who asks, how long it is, and that a repetition is one. */
const ours =
  /^(host|connection|content-length|transfer-encoding|expect|upgrade|te|trailer|keep-alive|proxy-.*|idempotency-key)$/i

interface Known {
  known: readonly Placeholder[]
  secrets: readonly NamedSecret[] | undefined
}

export function headerProblems({ headers, url }: HttpRequestConfig, scope: Known): Problem[] {
  const seen = new Set<string>()
  return headers.flatMap((header, position) => {
    const place = `headers.${position}`
    const twice = seen.has(header.name.toLowerCase())
    seen.add(header.name.toLowerCase())
    return [
      ...nameProblems(header.name, { place, twice }),
      ...valueProblems(header.value, { place, url, ...scope }),
    ]
  })
}

function nameProblems(name: string, at: { place: string; twice: boolean }): Problem[] {
  if (!headerName.test(name))
    return [
      problemAt(at.place, {
        code: 'header-name',
        message: 'Enter the name of the header, such as Authorization.',
      }),
    ]
  if (ours.test(name))
    return [
      problemAt(at.place, {
        code: 'header-ours',
        message: `Fieldledger sets the header "${name}" itself: remove it.`,
      }),
    ]
  if (at.twice)
    return [
      problemAt(at.place, {
        code: 'header-twice',
        message: `The header "${name}" stands twice: remove one.`,
      }),
    ]
  return []
}

function valueProblems(value: string, at: Known & { place: string; url: string }): Problem[] {
  const literal = cutAtPlaceholders(value).map((piece) => piece.literal)
  if (!headerLiteral.test(literal.join('')))
    return [
      problemAt(at.place, {
        code: 'header-value',
        message: 'A header holds one line of plain text: put the rest into the body.',
      }),
    ]
  const secrets = namesIn(value).map(secretIn)
  const wrong = secrets.flatMap((name) => (name === undefined ? [] : secretProblems(name, at)))
  const text = cutAtPlaceholders(value)
    .filter(({ name }) => name !== undefined && secretIn(name) === undefined)
    .map(({ name }) => `{${name}}`)
    .join('')
  return [...wrong, ...unknownNames(text, at)]
}

function secretProblems(name: string, at: Known & { place: string; url: string }): Problem[] {
  if (at.secrets === undefined) return []
  const secret = at.secrets.find((one) => one.name === name)
  if (secret === undefined)
    return [
      problemAt(at.place, {
        code: 'secret-missing',
        message: `The company has no secret "${name}": add it under Company.`,
      }),
    ]
  if (secret.origin.toLowerCase() !== originPart(at.url).toLowerCase())
    return [
      problemAt(at.place, {
        code: 'secret-elsewhere',
        message: `The secret "${name}" is for ${secret.origin} alone: correct the address, or add one for it under Company.`,
      }),
    ]
  return []
}
