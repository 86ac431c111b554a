import { NotImitated } from './memory-errors.ts'
import { type Filter, type Row, valueAt } from './row.ts'

const dollar = 36

/** Does MongoDB find this row by this filter? */
export function matches(row: Row, filter: Filter, now: Date): boolean {
  for (const name in filter) {
    const wanted = filter[name]
    if (wanted === undefined) continue
    if (name.charCodeAt(0) === dollar) {
      if (!fitsWhole(row, { name, wanted, now })) return false
    } else if (!fits(valueAt(row, name), wanted)) return false
  }
  return true
}

function fitsWhole(row: Row, { name, wanted, now }: { name: string; wanted: unknown; now: Date }): boolean {
  if (name === '$or') return (wanted as Filter[]).some((one) => matches(row, one, now))
  if (name === '$and') return (wanted as Filter[]).every((one) => matches(row, one, now))
  if (name === '$expr') return evaluate(row, wanted, now) === true
  throw new NotImitated(name)
}

function fits(value: unknown, wanted: unknown): boolean {
  if (wanted === null) return value === undefined || value === null
  if (typeof wanted !== 'object' || wanted instanceof Date) return equals(value, wanted)
  for (const operator in wanted) {
    if (!fitsOperator(value, { operator, operand: (wanted as Record<string, unknown>)[operator] }))
      return false
  }
  return true
}

function equals(value: unknown, wanted: unknown): boolean {
  if (value instanceof Date && wanted instanceof Date) return value.getTime() === wanted.getTime()
  return value === wanted || (Array.isArray(value) && value.includes(wanted))
}

function fitsOperator(
  value: unknown,
  { operator, operand }: { operator: string; operand: unknown },
): boolean {
  switch (operator) {
    case '$in':
      return (operand as unknown[]).some((one) => fits(value, one))
    case '$nin':
      return !(operand as unknown[]).some((one) => fits(value, one))
    case '$ne':
      return !fits(value, operand)
    case '$exists':
      return (value !== undefined) === operand
    case '$size':
      return Array.isArray(value) && value.length === operand
    case '$type':
      return Array.isArray(value) ? value.some((one) => typeOf(one) === operand) : typeOf(value) === operand
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      return typeOf(value) === typeOf(operand) && holds(operator, compare(value, operand))
    default:
      throw new NotImitated(`the operator ${operator}`)
  }
}

function holds(operator: string, order: number): boolean {
  if (operator === '$gt') return order > 0
  if (operator === '$gte') return order >= 0
  return operator === '$lt' ? order < 0 : order <= 0
}

function typeOf(value: unknown): string {
  if (value instanceof Date) return 'date'
  if (value === null || value === undefined) return 'null'
  return typeof value === 'boolean' ? 'bool' : typeof value
}

/** As MongoDB sorts: nothing, numbers, words, dates. */
export function compare(left: unknown, right: unknown): number {
  const [a, b] = [rank[typeOf(left)] ?? -1, rank[typeOf(right)] ?? -1]
  if (a !== b) return a - b
  const [x, y] = [comparable(left), comparable(right)]
  if (x === y) return 0
  return x < y ? -1 : 1
}

const rank: Record<string, number> = { null: 0, number: 1, string: 2, object: 3, bool: 4, date: 5 }

function comparable(value: unknown): number | string {
  if (value instanceof Date) return value.getTime()
  if (typeof value === 'number' || typeof value === 'string') return value
  return value === true ? 1 : 0
}

/** An aggregation expression. */
export function evaluate(row: Row, expression: unknown, now: Date): unknown {
  if (expression === '$$NOW') return now
  if (typeof expression === 'string' && expression.startsWith('$')) return valueAt(row, expression.slice(1))
  if (typeof expression !== 'object' || expression === null || expression instanceof Date) return expression
  for (const name in expression) {
    const operands = (expression as Record<string, unknown[]>)[name] ?? []
    const left = evaluate(row, operands[0], now)
    const right = evaluate(row, operands[1], now)
    if (name === '$subtract') return minus(left, right)
    if (name === '$lt' || name === '$lte' || name === '$gt' || name === '$gte')
      return holds(name, compare(left, right))
    throw new NotImitated(`the expression ${name}`)
  }
  throw new NotImitated('an empty expression')
}

function minus(left: unknown, right: unknown): unknown {
  const difference = Number(comparable(left)) - Number(comparable(right))
  return left instanceof Date && !(right instanceof Date) ? new Date(difference) : difference
}
