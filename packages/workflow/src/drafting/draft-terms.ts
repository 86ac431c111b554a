import {
  documentCapability,
  dueDateByTerms,
  type RemoteReference,
  type RemoteTerm,
} from '@fieldledger/accounting'
import type { Problem } from '../graph/problem.ts'
import type { DraftInputs } from './draft-inputs.ts'
import { heldProblem } from './held-problem.ts'
import { namedValue } from './named-value.ts'

interface DraftedTerms {
  terms?: RemoteReference
  notes: string[]
  problems: Problem[]
}

/** The terms of payment that the form names, out of the list that the ledger keeps of them. */
export function draftTerms(inputs: DraftInputs, header: { date: string; dueDate?: string }): DraftedTerms {
  const { connection, request, terms: listed = [] } = inputs
  const { terms: keepsTerms } = connection.capabilities
  const { lacks = [] } = documentCapability(connection.capabilities, request.documentKind) ?? {}
  const name = namedValue(inputs, request.mapping.terms)
  if (name === undefined || keepsTerms !== true || lacks.includes('terms')) return { notes: [], problems: [] }
  const [found, ...others] = listed.filter((each) => isCalled(each, name))
  if (found === undefined || others.length > 0) {
    const label = connection.providerLabel
    const message =
      found === undefined
        ? `${label} has no terms of payment called "${name}": make them there, or choose others.`
        : `${label} has several terms of payment called "${name}": give them different names there, then send again.`
    const code = found === undefined ? 'terms-missing' : 'terms-ambiguous'
    return {
      notes: [],
      problems: [heldProblem(code, message, { cure: 'edit-form', params: { terms: name } })],
    }
  }
  const { id, name: nameThere } = found
  return {
    terms: { id, ...(nameThere === undefined ? {} : { name: nameThere }) },
    notes: countedThere(inputs, { header, found }),
    problems: [],
  }
}

/** A due date that is not sent is the ledger's to count; of an order it counts none. */
function countedThere(
  { connection, request }: DraftInputs,
  { header, found }: { header: { date: string; dueDate?: string }; found: RemoteTerm },
): string[] {
  const { paymentTerms, name } = found
  if (header.dueDate !== undefined || request.documentKind !== 'bill' || paymentTerms === undefined) return []
  const due = dueDateByTerms(header.date, paymentTerms)
  return due === undefined
    ? []
    : [`The form says no due date: ${connection.providerLabel} counts it by “${name}”, which makes ${due}.`]
}

function isCalled({ name = '' }: RemoteTerm, wanted: string): boolean {
  return name.trim().toLowerCase() === wanted.toLowerCase()
}
