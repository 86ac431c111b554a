/** What the parser makes of a query. */
export type Expression =
  | { kind: 'column'; name: string }
  | { kind: 'literal'; value: string | number }
  | { kind: 'call'; name: string; over: Expression[] }

export type Comparison = '=' | '!=' | '<>' | '<' | '>' | '<=' | '>='

export type Condition =
  | { kind: 'and'; all: Condition[] }
  | { kind: 'or'; all: Condition[] }
  | { kind: 'not'; one: Condition }
  | { kind: 'compare'; operator: Comparison; left: Expression; right: Expression }
  | { kind: 'like'; left: Expression; pattern: string; escaper: string | undefined }
  | { kind: 'in'; left: Expression; values: Expression[] }
  | { kind: 'null'; left: Expression }

export interface SuiteQl {
  /** Empty for `*`. */
  select: { expression: Expression; alias: string | undefined }[]
  isCount: boolean
  table: string
  tableAlias: string | undefined
  where: Condition | undefined
  order: { expression: Expression; isDescending: boolean }[]
}
