import type { JsonObject } from '../../../fake-service/json.ts'
import { KeptList } from '../../../fake-service/kept-list.ts'
import type { Company, Entry } from '../books/company.ts'
import { refuse } from '../refusals.ts'
import { type Cell, shownDay, textCell, written } from './cell.ts'
import { compareCells, isLike } from './compare.ts'
import { parseSuiteQl } from './parse-suiteql.ts'
import type { Condition, Expression, SuiteQl } from './suiteql.ts'
import type { Table } from './table.ts'
import { tables } from './tables.ts'

interface Answered {
  rows: readonly Entry[]
  /** Empty columns are left out, as the service does. */
  show: (row: Entry) => JsonObject
}

const nothing = textCell(undefined)
const lastQuery = new KeptList<Entry>()

/** What a query finds, in its order. */
export function runSuiteQl(company: Company, text: string): Answered {
  const query = parseSuiteQl(text)
  const table = tables[query.table]
  if (!table) throw refuse.search(`Invalid search type: ${query.table}.`)
  const run = new Run({ company, query, table })
  const place = { books: company, version: company.version, question: text }
  const rows = lastQuery.rows(place, () => run.rows())
  if (!query.isCount) return { rows, show: (row) => run.shown(row) }
  const counted = { links: [], [query.select[0]?.alias ?? 'expr1']: String(rows.length) }
  return { rows: [{ type: 'vendor', record: {} }], show: () => counted }
}

class Run {
  readonly #company: Company
  readonly #query: SuiteQl
  readonly #table: Table

  constructor(parts: { company: Company; query: SuiteQl; table: Table }) {
    this.#company = parts.company
    this.#query = parts.query
    this.#table = parts.table
  }

  rows(): Entry[] {
    const { where, order } = this.#query
    this.#checkNames()
    const found = this.#table.rows(this.#company).filter((entry) => !where || this.#holds(where, entry))
    if (order.length === 0) return found
    return found
      .map((entry) => ({ entry, keys: order.map(({ expression }) => this.#cell(expression, entry)) }))
      .sort((left, right) => {
        for (const [n, { isDescending }] of order.entries()) {
          const first = compareCells(left.keys[n] ?? nothing, right.keys[n] ?? nothing)
          if (first !== 0) return isDescending ? -first : first
        }
        return 0
      })
      .map(({ entry }) => entry)
  }

  shown(entry: Entry): JsonObject {
    const { select } = this.#query
    const all = [...this.#table.columns.keys()].map((name) => ({
      expression: { kind: 'column', name } as Expression,
      alias: undefined,
    }))
    const cells = (select.length > 0 ? select : all).flatMap(({ expression, alias }, n) => {
      const { value, kind } = this.#cell(expression, entry)
      if (value === null) return []
      const key = alias ?? (expression.kind === 'column' ? this.#name(expression.name) : `expr${n + 1}`)
      return [[key, kind === 'day' ? shownDay(String(value)) : String(value)] as const]
    })
    return { links: [], ...Object.fromEntries(cells) }
  }

  #holds(condition: Condition, entry: Entry): boolean {
    if (condition.kind === 'and') return condition.all.every((each) => this.#holds(each, entry))
    if (condition.kind === 'or') return condition.all.some((each) => this.#holds(each, entry))
    if (condition.kind === 'not') return !this.#holds(condition.one, entry)
    const left = this.#cell(condition.left, entry)
    if (condition.kind === 'null') return left.value === null
    if (condition.kind === 'like') return isLike(left, condition)
    if (condition.kind === 'in')
      return condition.values.some((value) => compareCells(left, this.#cell(value, entry)) === 0)
    const right = this.#cell(condition.right, entry)
    if (left.value === null || right.value === null) return false
    const order = compareCells(left, right)
    switch (condition.operator) {
      case '=':
        return order === 0
      case '!=':
      case '<>':
        return order !== 0
      case '<':
        return order < 0
      case '>':
        return order > 0
      case '<=':
        return order <= 0
      case '>=':
        return order >= 0
    }
  }

  #cell(expression: Expression, entry: Entry): Cell {
    if (expression.kind === 'literal')
      return typeof expression.value === 'number'
        ? { value: expression.value, kind: 'number', label: null }
        : textCell(expression.value)
    if (expression.kind === 'column') {
      const column = this.#table.columns.get(this.#name(expression.name))
      if (!column) throw this.#unknown(expression.name)
      return column(this.#company, entry)
    }
    const [first] = expression.over
    const cell = first ? this.#cell(first, entry) : textCell(undefined)
    const text = cell.value === null ? undefined : String(cell.value)
    if (expression.name === 'LOWER') return textCell(text?.toLowerCase())
    if (expression.name === 'UPPER') return textCell(text?.toUpperCase())
    if (expression.name === 'TRIM') return textCell(text?.trim())
    if (expression.name === 'BUILTIN.DF') return textCell(cell.label ?? undefined)
    if (expression.name === 'TO_CHAR') return textCell(written(text, this.#formatOf(expression.over[1])))
    return { value: text?.replace(' ', 'T') ?? null, kind: 'day', label: text ?? null }
  }

  #formatOf(expression: Expression | undefined): string {
    return expression?.kind === 'literal' ? String(expression.value) : 'YYYY-MM-DD'
  }

  /** `v.id` of `FROM vendor v` is `id`. */
  #name(name: string): string {
    const [first = '', second] = name.split('.')
    if (second === undefined) return first
    const { table, tableAlias } = this.#query
    if (first !== (tableAlias ?? table)) throw this.#unknown(name)
    return second
  }

  /** Names are judged even where there is no row. */
  #checkNames(): void {
    const { select, where, order } = this.#query
    const empty: Entry = { type: 'vendor', record: {} }
    for (const { expression } of [...select, ...order]) this.#cell(expression, empty)
    if (where) this.#checkCondition(where, empty)
  }

  #checkCondition(condition: Condition, empty: Entry): void {
    if (condition.kind === 'and' || condition.kind === 'or')
      for (const each of condition.all) this.#checkCondition(each, empty)
    else if (condition.kind === 'not') this.#checkCondition(condition.one, empty)
    else {
      this.#cell(condition.left, empty)
      if (condition.kind === 'compare') this.#cell(condition.right, empty)
      if (condition.kind === 'in') for (const value of condition.values) this.#cell(value, empty)
    }
  }

  #unknown(name: string): Error {
    const { table, tableAlias = table } = this.#query
    return refuse.search(
      `Search error occurred: Unknown identifier '${name}'. Available identifiers are: {${tableAlias}=${table}}.`,
    )
  }
}
