import type { MaterialRow } from '@fieldledger/forms'
import { v7 as uuidv7 } from 'uuid'

export function newRow(): MaterialRow {
  return { id: uuidv7(), description: '', quantity: '1' }
}
