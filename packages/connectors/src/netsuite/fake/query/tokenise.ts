export interface Token {
  kind: 'text' | 'number' | 'name' | 'symbol'
  text: string
}

const pattern =
  /\s*(?:'((?:[^']|'')*)'|"((?:[^"\\]|\\.)*)"|(\d+(?:\.\d+)?)|([A-Za-z_][\w.]*)|(<>|!=|>=|<=|\|\||[=><(),*[\]-]))/y

/** SuiteQL quotes texts by `'…'`, a record filter by `"…"`; undefined when something cannot be read. */
export function tokenise(query: string): Token[] | undefined {
  const tokens: Token[] = []
  pattern.lastIndex = 0
  while (pattern.lastIndex < query.trimEnd().length) {
    const match = pattern.exec(query)
    if (!match) return undefined
    const [, single, double, number, name, symbol] = match
    if (single !== undefined) tokens.push({ kind: 'text', text: single.replaceAll("''", "'") })
    else if (double !== undefined) tokens.push({ kind: 'text', text: double.replaceAll(/\\(.)/g, '$1') })
    else if (number !== undefined) tokens.push({ kind: 'number', text: number })
    else if (name !== undefined) tokens.push({ kind: 'name', text: name })
    else tokens.push({ kind: 'symbol', text: symbol ?? '' })
  }
  return tokens
}
