import type { Money } from '@fieldledger/accounting'
import { documentNumber } from '../drafting/document-number.ts'
import type { DraftInputs } from '../drafting/draft-inputs.ts'
import { headerProblems } from '../drafting/header-problems.ts'
import type { Problem } from '../graph/problem.ts'
import { fileProblems } from './file-problems.ts'
import { ledgerProblems } from './ledger-problems.ts'
import { paperProblems } from './paper-problems.ts'
import { totalProblems } from './total-problems.ts'
import { digitsProblems } from './unit-price-digits.ts'

/** What drafting came to, part by part; each part brings the problems of its own links and limits. */
export interface DraftedParts {
  total: Money
  header: { number: string; date: string; memo?: string; dueDate?: string }
  lines: number
  vendor: readonly Problem[]
  references: readonly Problem[]
  onLines: readonly Problem[]
  texts: readonly Problem[]
  tax: readonly Problem[]
  rounding: readonly Problem[]
  accounts: readonly Problem[]
}

/**
 * Everything that is known to stop a document before a byte leaves, each with its sentence and its cure. The form's
 * page, the approval, the editor's preview and the sender show and obey this one list: no I/O and no clock, so that
 * they cannot differ.
 */
export function preflight(inputs: DraftInputs, parts: DraftedParts): Problem[] {
  const { connection, request } = inputs
  const { header, lines } = parts
  return [
    ...headerProblems(
      { ...header, ...documentNumber(inputs), lines },
      { connection, kind: request.documentKind },
    ),
    ...ledgerProblems(inputs, header),
    ...paperProblems(inputs),
    ...parts.vendor,
    ...parts.references,
    ...parts.onLines,
    ...parts.texts,
    ...parts.accounts,
    ...parts.tax,
    ...totalProblems(inputs, parts.total),
    ...parts.rounding,
    ...digitsProblems(inputs),
    ...fileProblems(inputs),
  ]
}
