import { refuse } from '../refusals.ts'

export interface Token {
  kind: 'text' | 'number' | 'name' | 'operator'
  text: string
}

const pattern =
  /\s*(?:"((?:[^"\\]|\\.)*)"|(-?\d+(?:\.\d+)?)|([A-Za-z_][\w.]*)|(==|!=|>=|<=|&&|\|\||[><(),]))/y

export function tokenise(where: string): Token[] {
  const tokens: Token[] = []
  pattern.lastIndex = 0
  while (pattern.lastIndex < where.trimEnd().length) {
    const at = pattern.lastIndex
    const match = pattern.exec(where)
    if (!match) throw refuse.badQuery(`Syntax error at character ${at}`)
    const [, text, number, name, operator] = match
    if (text !== undefined) tokens.push({ kind: 'text', text: text.replaceAll(/\\(.)/g, '$1') })
    else if (number !== undefined) tokens.push({ kind: 'number', text: number })
    else if (name !== undefined) tokens.push({ kind: 'name', text: name })
    else tokens.push({ kind: 'operator', text: operator ?? '' })
  }
  return tokens
}
