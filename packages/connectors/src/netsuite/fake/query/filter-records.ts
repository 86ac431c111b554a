import type { JsonObject } from '../../../fake-service/json.ts'
import type { Company } from '../books/company.ts'
import { type RecordType, traitsOf } from '../record-types/record-types.ts'
import { refuse } from '../refusals.ts'
import { type Cell, cellOf, textCell } from './cell.ts'
import { compareCells } from './compare.ts'
import { TokenReader } from './token-reader.ts'
import { tokenise } from './tokenise.ts'

interface Filtered {
  company: Company
  type: RecordType
  /** As in `companyName START_WITH "Acme" AND isInactive IS false`; empty for all. */
  filter: string
}

type Test = (record: JsonObject) => boolean

export function filterRecords({ company, type, filter }: Filtered): JsonObject[] {
  const records = company.all(type)
  if (filter.trim() === '') return records
  const reader = new TokenReader(tokenise(filter), () => badFilter(filter))
  const test = readAny({ reader, company, type, filter })
  if (!reader.isAtEnd) throw badFilter(filter)
  return records.filter(test)
}

function badFilter(filter: string): Error {
  return refuse.parameter({ detail: `Invalid query condition: ${filter}`, query: 'q' })
}

interface Parse extends Filtered {
  reader: TokenReader
}

function readAny(parse: Parse): Test {
  const all = [readEvery(parse)]
  while (parse.reader.takeWord('OR')) all.push(readEvery(parse))
  return (record) => all.some((test) => test(record))
}

function readEvery(parse: Parse): Test {
  const all = [readOne(parse)]
  while (parse.reader.takeWord('AND')) all.push(readOne(parse))
  return (record) => all.every((test) => test(record))
}

const texts: Readonly<Record<string, (value: string, wanted: string) => boolean>> = {
  IS: (value, wanted) => value === wanted,
  CONTAIN: (value, wanted) => value.includes(wanted),
  START_WITH: (value, wanted) => value.startsWith(wanted),
  END_WITH: (value, wanted) => value.endsWith(wanted),
}
const orders: Readonly<Record<string, (order: number) => boolean>> = {
  EQUAL: (order) => order === 0,
  GREATER: (order) => order > 0,
  GREATER_OR_EQUAL: (order) => order >= 0,
  LESS: (order) => order < 0,
  LESS_OR_EQUAL: (order) => order <= 0,
  ON: (order) => order === 0,
  AFTER: (order) => order > 0,
  ON_OR_AFTER: (order) => order >= 0,
  BEFORE: (order) => order < 0,
  ON_OR_BEFORE: (order) => order <= 0,
}

function readOne(parse: Parse): Test {
  const { reader, company, type, filter } = parse
  if (reader.takeSymbol('(')) {
    const inner = readAny(parse)
    reader.expectSymbol(')')
    return inner
  }
  const name = reader.next('name').text
  const field = name === 'id' ? undefined : traitsOf(type).fields[name]
  if (!field && name !== 'id') throw badFilter(filter)
  const cell = (record: JsonObject): Cell =>
    field ? cellOf(company, { field, value: record[name] }) : textCell(String(record.id))
  const operator = reader.next('name').text.toUpperCase()
  const [, base = '', not] = /^(.+?)(_NOT)?$/.exec(operator) ?? []
  const test = readTest(parse, { base, cell, isDay: name.includes('Date') })
  return not === undefined ? test : (record) => !test(record)
}

interface Condition {
  base: string
  cell: (record: JsonObject) => Cell
  isDay: boolean
}

function readTest({ reader, filter }: Parse, { base, cell, isDay }: Condition): Test {
  const value = (record: JsonObject) => cell(record).value
  if (base === 'EMPTY') return (record) => value(record) === null
  if (base === 'ANY_OF') {
    reader.expectSymbol('[')
    const wanted = reader.separated(() => reader.next().text)
    reader.expectSymbol(']')
    return (record) => wanted.includes(String(value(record)))
  }
  const wanted = reader.next().text
  const inOrder = orders[base]
  if (inOrder) {
    const kind = isDay ? ('day' as const) : ('number' as const)
    const right: Cell = { value: wanted, kind, label: null }
    return (record) => value(record) !== null && inOrder(compareCells({ ...cell(record), kind }, right))
  }
  const byText = texts[base]
  if (!byText) throw badFilter(filter)
  const plain = { true: 'T', false: 'F' }[wanted.toLowerCase()] ?? wanted
  return (record) => {
    const own = value(record)
    return own !== null && byText(String(own).toLowerCase(), plain.toLowerCase())
  }
}
