import { refuse } from '../fault-catalogue.ts'

export interface Token {
  kind: 'word' | 'text' | 'symbol'
  value: string
}

const pattern = /\s+|'((?:\\.|[^'\\])*)'|([A-Za-z_][\w.]*)|(-?\d+(?:\.\d+)?)|(<=|>=|[=<>(),*])/gy

/** Splits a query into words, quoted texts (`\'` and `\\` undone) and symbols. */
export function tokenise(query: string): Token[] {
  const tokens: Token[] = []
  pattern.lastIndex = 0
  while (pattern.lastIndex < query.length) {
    const at = pattern.lastIndex
    const match = pattern.exec(query)
    if (!match) {
      throw refuse.badQuery(
        `QueryParserError: Encountered "${query.slice(at, at + 10)}" at column ${at + 1}.`,
      )
    }
    const [, text, word, number, symbol] = match
    if (text !== undefined) tokens.push({ kind: 'text', value: text.replaceAll(/\\(.)/g, '$1') })
    else if (word !== undefined) tokens.push({ kind: 'word', value: word })
    else if (number !== undefined) tokens.push({ kind: 'text', value: number })
    else if (symbol !== undefined) tokens.push({ kind: 'symbol', value: symbol })
  }
  return tokens
}
