import { refuse } from '../refusals.ts'
import type { Comparison, Condition, Expression, SuiteQl } from './suiteql.ts'
import { TokenReader } from './token-reader.ts'
import { tokenise } from './tokenise.ts'

const unsupported = () => refuse.search('Search error occurred: Invalid or unsupported search.')
const functions = ['LOWER', 'UPPER', 'TRIM', 'TO_DATE', 'TO_TIMESTAMP', 'TO_CHAR', 'BUILTIN.DF']
const comparisons = ['=', '!=', '<>', '<', '>', '<=', '>=']
const afterTable = ['WHERE', 'ORDER']

/** One table, simple conditions, an order. Joins, groups and subqueries are not imitated and refused. */
export function parseSuiteQl(text: string): SuiteQl {
  const reader = new TokenReader(tokenise(text), unsupported)
  reader.expectWord('SELECT')
  const { select, isCount } = readSelection(reader)
  reader.expectWord('FROM')
  const table = reader.next('name').text.toLowerCase()
  const next = reader.peek()
  const hasAlias = next?.kind === 'name' && !afterTable.includes(next.text.toUpperCase())
  const tableAlias = hasAlias ? reader.next('name').text.toLowerCase() : undefined
  const where = reader.takeWord('WHERE') ? readAny(reader) : undefined
  const order = reader.takeWord('ORDER') ? readOrder(reader) : []
  if (!reader.isAtEnd) throw unsupported()
  return { select, isCount, table, tableAlias, where, order }
}

function readSelection(reader: TokenReader): Pick<SuiteQl, 'select' | 'isCount'> {
  if (reader.takeSymbol('*')) return { select: [], isCount: false }
  if (reader.peek()?.text.toUpperCase() === 'COUNT' && reader.peek(1)?.text === '(') {
    reader.next()
    for (const symbol of ['(', '*', ')']) reader.expectSymbol(symbol)
    return {
      select: [{ expression: { kind: 'column', name: 'id' }, alias: readAlias(reader) }],
      isCount: true,
    }
  }
  const select = reader.separated(() => ({ expression: readExpression(reader), alias: readAlias(reader) }))
  return { select, isCount: false }
}

function readAlias(reader: TokenReader): string | undefined {
  const isNamed = reader.takeWord('AS')
  const next = reader.peek()
  if (!isNamed && (next?.kind !== 'name' || next.text.toUpperCase() === 'FROM')) return undefined
  return reader.next('name').text.toLowerCase()
}

function readOrder(reader: TokenReader): SuiteQl['order'] {
  reader.expectWord('BY')
  return reader.separated(() => {
    const expression = readExpression(reader)
    const isDescending = reader.takeWord('DESC')
    if (!isDescending) reader.takeWord('ASC')
    return { expression, isDescending }
  })
}

function readExpression(reader: TokenReader): Expression {
  if (reader.takeSymbol('-')) return { kind: 'literal', value: -Number(reader.next('number').text) }
  const token = reader.next()
  if (token.kind === 'text') return { kind: 'literal', value: token.text }
  if (token.kind === 'number') return { kind: 'literal', value: Number(token.text) }
  if (token.kind !== 'name') throw unsupported()
  if (!reader.takeSymbol('(')) return { kind: 'column', name: token.text.toLowerCase() }
  const name = token.text.toUpperCase()
  if (!functions.includes(name)) throw unsupported()
  const over = reader.separated(() => readExpression(reader))
  reader.expectSymbol(')')
  return { kind: 'call', name, over }
}

function readAny(reader: TokenReader): Condition {
  const all = [readEvery(reader)]
  while (reader.takeWord('OR')) all.push(readEvery(reader))
  return all.length === 1 && all[0] ? all[0] : { kind: 'or', all }
}

function readEvery(reader: TokenReader): Condition {
  const all = [readOne(reader)]
  while (reader.takeWord('AND')) all.push(readOne(reader))
  return all.length === 1 && all[0] ? all[0] : { kind: 'and', all }
}

function readOne(reader: TokenReader): Condition {
  if (reader.takeWord('NOT')) return { kind: 'not', one: readOne(reader) }
  if (reader.takeSymbol('(')) {
    const inner = readAny(reader)
    reader.expectSymbol(')')
    return inner
  }
  const left = readExpression(reader)
  if (reader.takeWord('IS')) {
    const isNegated = reader.takeWord('NOT')
    reader.expectWord('NULL')
    return negated(isNegated, { kind: 'null', left })
  }
  const isNegated = reader.takeWord('NOT')
  if (reader.takeWord('LIKE')) return negated(isNegated, readLike(reader, left))
  if (reader.takeWord('IN')) {
    reader.expectSymbol('(')
    const values = reader.separated(() => readExpression(reader))
    reader.expectSymbol(')')
    return negated(isNegated, { kind: 'in', left, values })
  }
  const operator = reader.takeSymbol(...comparisons)
  if (isNegated || operator === undefined) throw unsupported()
  return { kind: 'compare', operator: operator as Comparison, left, right: readExpression(reader) }
}

function readLike(reader: TokenReader, left: Expression): Condition {
  const pattern = reader.next('text').text
  const escaper = reader.takeWord('ESCAPE') ? reader.next('text').text : undefined
  return { kind: 'like', left, pattern, escaper }
}

function negated(isNegated: boolean, one: Condition): Condition {
  return isNegated ? { kind: 'not', one } : one
}
