import { isObject, type Json, type JsonObject } from '../../../fake-service/json.ts'
import { refuse } from '../refusals.ts'

export type Operand = string | number | boolean | null

/** `Contact.Name` as it stands inside an element; a list ends the path. */
export function readPath(element: JsonObject, path: string): Json | undefined {
  let value: Json | undefined = element
  for (const name of path.split('.')) value = isObject(value) ? value[name] : undefined
  return value
}

/** Texts are compared without regard to upper and lower case, as the service's database does. */
export function compare(
  value: Json | undefined,
  { operator, operand }: { operator: string; operand: Operand },
): boolean {
  const order = orderOf(plain(value), operand)
  if (operator === '==') return order === 0
  if (operator === '!=') return order !== 0
  if (order === undefined) return false
  if (operator === '>') return order > 0
  if (operator === '>=') return order >= 0
  if (operator === '<') return order < 0
  if (operator === '<=') return order <= 0
  throw refuse.badQuery(`Operator '${operator}' expected to compare`)
}

export const textMethods: Readonly<Record<string, (value: string, wanted: string) => boolean>> = {
  Contains: (value, wanted) => value.toLowerCase().includes(wanted.toLowerCase()),
  StartsWith: (value, wanted) => value.toLowerCase().startsWith(wanted.toLowerCase()),
  EndsWith: (value, wanted) => value.toLowerCase().endsWith(wanted.toLowerCase()),
}

function plain(value: Json | undefined): Operand {
  return value === undefined || typeof value === 'object' ? null : value
}

/** Below, at or above zero; undefined when the two cannot be compared. */
export function orderOf(left: Operand, right: Operand): number | undefined {
  if (left === null || right === null) return left === right ? 0 : undefined
  if (typeof left === 'string' && typeof right === 'string') {
    const [a, b] = [left.toLowerCase(), right.toLowerCase()]
    return a === b ? 0 : a < b ? -1 : 1
  }
  if (typeof left !== typeof right) return undefined
  return Number(left) - Number(right)
}
