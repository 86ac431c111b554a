import { refuse } from '../fault-catalogue.ts'
import { type Token, tokenise } from './tokenise.ts'

export type Operator = '=' | '<' | '>' | '<=' | '>=' | 'LIKE' | 'IN'

export interface Condition {
  property: string
  operator: Operator
  values: string[]
}

export interface Query {
  isCount: boolean
  properties: string[]
  entity: string
  conditions: Condition[]
  order: { property: string; isDescending: boolean }[]
  startPosition: number
  maxResults: number
}

const comparisons: readonly string[] = ['=', '<', '>', '<=', '>=']

/** AND only: the language knows no OR, no JOIN, no GROUP BY. */
export function parseQuery(text: string): Query {
  return new Reader(tokenise(text)).query()
}

class Reader {
  readonly #tokens: Token[]
  #at = 0

  constructor(tokens: Token[]) {
    this.#tokens = tokens
  }

  query(): Query {
    this.#expectWord('SELECT')
    const selected = this.#selection()
    this.#expectWord('FROM')
    const entity = this.#word()
    const conditions = this.#takeWord('WHERE') ? this.#separated(() => this.#condition(), 'AND') : []
    const order = this.#takeOrder() ? this.#orders() : []
    const startPosition = this.#takeWord('STARTPOSITION')
      ? this.#position({ min: 1, max: Number.MAX_SAFE_INTEGER })
      : 1
    const maxResults = this.#takeWord('MAXRESULTS') ? this.#position({ min: 1, max: 1000 }) : 100
    if (this.#peek()) throw this.#unexpected()
    return { ...selected, entity, conditions, order, startPosition, maxResults }
  }

  #selection(): Pick<Query, 'isCount' | 'properties'> {
    if (this.#takeSymbol('*')) return { isCount: false, properties: [] }
    const first = this.#word()
    if (first.toLowerCase() === 'count' && this.#takeSymbol('(')) {
      this.#expectSymbol('*')
      this.#expectSymbol(')')
      return { isCount: true, properties: [] }
    }
    const properties = [first]
    while (this.#takeSymbol(',')) properties.push(this.#word())
    return { isCount: false, properties }
  }

  #condition(): Condition {
    const property = this.#word()
    if (this.#takeWord('IN')) return { property, operator: 'IN', values: this.#valueList() }
    if (this.#takeWord('LIKE')) return { property, operator: 'LIKE', values: [this.#value()] }
    const operator = this.#next()
    if (operator.kind !== 'symbol' || !comparisons.includes(operator.value)) throw this.#unexpected(operator)
    return { property, operator: operator.value as Operator, values: [this.#value()] }
  }

  #valueList(): string[] {
    this.#expectSymbol('(')
    const values = [this.#value()]
    while (this.#takeSymbol(',')) values.push(this.#value())
    this.#expectSymbol(')')
    return values
  }

  #value(): string {
    const token = this.#next()
    const isBare = token.kind === 'word' && /^(true|false)$/i.test(token.value)
    if (token.kind !== 'text' && !isBare) throw this.#unexpected(token)
    return token.value
  }

  #orders(): Query['order'] {
    const order: Query['order'] = []
    do {
      const property = this.#word()
      const isDescending = this.#takeWord('DESC')
      if (!isDescending) this.#takeWord('ASC')
      order.push({ property, isDescending })
    } while (this.#takeSymbol(','))
    return order
  }

  #position({ min, max }: { min: number; max: number }): number {
    const token = this.#next()
    const value = Number(token.value)
    if (!Number.isInteger(value)) throw this.#unexpected(token)
    if (value < min) {
      throw refuse.badQuery(`QueryValidationError: value ${value} is too small. Min allowed value is ${min}.`)
    }
    if (value > max) {
      throw refuse.badQuery(`QueryValidationError: value ${value} is too large. Max allowed value is ${max}.`)
    }
    return value
  }

  #separated<Part>(read: () => Part, separator: string): Part[] {
    const parts = [read()]
    while (this.#takeWord(separator)) parts.push(read())
    return parts
  }

  #takeOrder(): boolean {
    if (this.#takeWord('ORDERBY')) return true
    if (!this.#takeWord('ORDER')) return false
    this.#expectWord('BY')
    return true
  }

  #word(): string {
    const token = this.#next()
    if (token.kind !== 'word') throw this.#unexpected(token)
    return token.value
  }

  #takeWord(word: string): boolean {
    const token = this.#peek()
    const isIt = token?.kind === 'word' && token.value.toUpperCase() === word
    if (isIt) this.#at += 1
    return isIt
  }

  #takeSymbol(symbol: string): boolean {
    const token = this.#peek()
    const isIt = token?.kind === 'symbol' && token.value === symbol
    if (isIt) this.#at += 1
    return isIt
  }

  #expectWord(word: string): void {
    if (!this.#takeWord(word)) throw this.#unexpected()
  }

  #expectSymbol(symbol: string): void {
    if (!this.#takeSymbol(symbol)) throw this.#unexpected()
  }

  #peek(): Token | undefined {
    return this.#tokens[this.#at]
  }

  #next(): Token {
    const token = this.#peek()
    if (!token) throw this.#unexpected()
    this.#at += 1
    return token
  }

  #unexpected(token = this.#peek()): Error {
    return refuse.badQuery(`QueryParserError: Encountered "${token?.value ?? '<EOF>'}".`)
  }
}
