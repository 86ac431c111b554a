import type { NamedSecret, Problem } from '@fieldledger/workflow'
import type { HttpRequestConfig } from './definition.ts'
import { originPart } from './host-of.ts'
import { problem, unknownNames } from './placeholder-problems.ts'
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
    return [problem('header-name', 'Enter the name of the header, such as Authorization.', at.place)]
  if (ours.test(name))
    return [problem('header-ours', `Fieldledger sets the header "${name}" itself: remove it.`, at.place)]
  if (at.twice) return [problem('header-twice', `The header "${name}" stands twice: remove one.`, at.place)]
  return []
}

function valueProblems(value: string, at: Known & { place: string; url: string }): Problem[] {
  const literal = cutAtPlaceholders(value).map((piece) => piece.literal)
  if (!headerLiteral.test(literal.join('')))
    return [
      problem('header-value', 'A header holds one line of plain text: put the rest into the body.', at.place),
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
    return [problem('secret-missing', `The company has no secret "${name}": add it under Company.`, at.place)]
  if (secret.origin.toLowerCase() !== originPart(at.url).toLowerCase())
    return [
      problem(
        'secret-elsewhere',
        `The secret "${name}" is for ${secret.origin} alone: correct the address, or add one for it under Company.`,
        at.place,
      ),
    ]
  return []
}
