import { NotImitated } from './memory-errors.ts'
import { type Row, toRow, valueAt, withValueAt } from './row.ts'

type Part = Record<string, unknown>

export type Update = Readonly<Record<string, Part | undefined>>

/** The row after MongoDB's update. */
export function applyUpdate(row: Row, update: Update, at: { now: Date; inserting?: boolean }): Row {
  let changed: Record<string, unknown> = { ...row }
  let lost = false
  for (const operator in update) {
    const part = update[operator]
    for (const path in part) {
      const value = newValue(changed, { operator, path, operand: part[path], ...at })
      if (value === unchanged) continue
      if (path.includes('.')) changed = { ...withValueAt(changed as Row, path, value) }
      else {
        changed[path] = value
        lost ||= value === undefined
      }
    }
  }
  return lost ? toRow(changed) : (changed as Row)
}

const unchanged = Symbol('unchanged')

interface OneChange {
  operator: string
  path: string
  operand: unknown
  now: Date
  inserting?: boolean
}

function pushed(operand: unknown): readonly unknown[] {
  const each = (operand as { $each?: readonly unknown[] } | null)?.$each
  return each ?? [operand]
}

function newValue(row: object, { operator, path, operand, now, inserting }: OneChange): unknown {
  switch (operator) {
    case '$set':
      return operand === undefined ? unchanged : operand
    case '$unset':
      return undefined
    case '$inc':
      return Number(valueAt(row, path) ?? 0) + Number(operand)
    case '$push':
      return [...((valueAt(row, path) ?? []) as unknown[]), ...pushed(operand)]
    case '$currentDate':
      return now
    case '$setOnInsert':
      return inserting === true && operand !== undefined ? operand : unchanged
    default:
      throw new NotImitated(`the update ${operator}`)
  }
}
