import type { JsonObject } from '../../../fake-service/json.ts'
import { refuse } from '../refusals.ts'
import { compare, type Operand, readPath, textMethods } from './compare.ts'
import { type Token, tokenise } from './tokenise.ts'

export type Condition = (element: JsonObject) => boolean

/** `Type=="ACCPAY" AND Date >= DateTime(2015, 01, 01)`: a small part of .NET's language. */
export function parseWhere(where: string): Condition {
  const reader = new Reader(tokenise(where))
  const condition = reader.either()
  reader.end()
  return condition
}

class Reader {
  readonly #tokens: Token[]
  #at = 0

  constructor(tokens: Token[]) {
    this.#tokens = tokens
  }

  either(): Condition {
    let left = this.#both()
    while (this.#takes('OR', '||')) left = anyOf(left, this.#both())
    return left
  }

  end(): void {
    const token = this.#tokens[this.#at]
    if (token) throw refuse.badQuery(`Syntax error near '${token.text}'`)
  }

  #both(): Condition {
    let left = this.#single()
    while (this.#takes('AND', '&&')) left = allOf(left, this.#single())
    return left
  }

  #single(): Condition {
    if (this.#takes('(')) {
      const inner = this.either()
      this.#expect(')')
      return inner
    }
    const path = this.#next('name').text
    const parts = path.split('.')
    const method = textMethods[parts.at(-1) ?? '']
    if (method && this.#takes('(')) {
      const wanted = this.#next('text').text
      this.#expect(')')
      return (element) => method(String(readPath(element, parts.slice(0, -1).join('.')) ?? ''), wanted)
    }
    const operator = this.#next('operator').text
    const operand = this.#operand()
    return (element) => compare(readPath(element, path), { operator, operand })
  }

  #operand(): Operand {
    const token = this.#tokens[this.#at++]
    if (!token) throw refuse.badQuery('Unexpected end of the expression')
    if (token.kind === 'text') return token.text
    if (token.kind === 'number') return Number(token.text)
    const word = token.text.toLowerCase()
    if (word === 'true' || word === 'false') return word === 'true'
    if (word === 'null') return null
    if (word === 'guid') return this.#call(['text'])[0] ?? ''
    if (word === 'datetime') return this.#day()
    throw refuse.badQuery(`No property or field '${token.text}' exists here`)
  }

  #day(): string {
    const [year = '', month = '', day = ''] = this.#call(['number', 'number', 'number'])
    return `${year.padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  }

  #call(kinds: Token['kind'][]): string[] {
    this.#expect('(')
    const given = kinds.map((kind, index) => {
      if (index > 0) this.#expect(',')
      return this.#next(kind).text
    })
    this.#expect(')')
    return given
  }

  #takes(...words: string[]): boolean {
    const token = this.#tokens[this.#at]
    if (!token || token.kind === 'text' || !words.includes(token.text.toUpperCase())) return false
    this.#at += 1
    return true
  }

  #expect(word: string): void {
    if (!this.#takes(word)) throw refuse.badQuery(`'${word}' expected`)
  }

  #next(kind: Token['kind']): Token {
    const token = this.#tokens[this.#at++]
    if (token?.kind !== kind) throw refuse.badQuery(`Syntax error near '${token?.text ?? 'the end'}'`)
    return token
  }
}

function anyOf(left: Condition, right: Condition): Condition {
  return (element) => left(element) || right(element)
}

function allOf(left: Condition, right: Condition): Condition {
  return (element) => left(element) && right(element)
}
