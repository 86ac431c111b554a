import type { Company, Entry } from '../books/company.ts'
import type { Cell } from './cell.ts'

export type Column = (company: Company, entry: Entry) => Cell

export interface Table {
  rows: (company: Company) => Entry[]
  columns: ReadonlyMap<string, Column>
}
