import type { Submission } from '@fieldledger/forms'
import { trusted } from 'mongoose'
import { pieceOf } from '../scope/piece-of.ts'
import { beyondCursor } from './list-cursor.ts'

export type ListedSubmission = Omit<Submission, 'values'>

export interface SubmissionQuery {
  form?: string
  status?: Submission['status']
  /** Forms of these types alone. */
  types?: readonly Submission['formType'][]
  vendor?: string
  project?: string
  submittedBy?: string
  /** One of these people or of these roles is responsible. */
  responsible?: { people: readonly string[]; roles: readonly string[] }
  /** Beginning of a number, or a piece of the form's name or label. */
  search?: string
  /** Also these, when something is searched: those whose vendor fits. */
  searchVendors?: readonly string[]
  from?: Date
  to?: Date
  ids?: readonly string[]
  sort: 'newest' | 'oldest'
  cursor?: string
  limit: number
}

type Filter = Record<string, unknown>

/** The filters of a list, without its page. */
export function filterOf(query: SubmissionQuery): Filter[] {
  const { form, status, types, vendor, project, submittedBy, responsible, from, to, ids } = query
  return [
    present({ formId: form, status, vendorId: vendor, projectId: project, submittedBy }),
    ...(types === undefined ? [] : [{ formType: trusted({ $in: [...types] }) }]),
    ...(ids === undefined ? [] : [{ _id: trusted({ $in: [...ids] }) }]),
    ...(from === undefined ? [] : [{ submittedAt: trusted({ $gte: from }) }]),
    ...(to === undefined ? [] : [{ submittedAt: trusted({ $lt: to }) }]),
    ...(responsible === undefined ? [] : [responsibleOf(responsible)]),
    ...searchOf(query),
  ]
}

function responsibleOf({ people, roles }: NonNullable<SubmissionQuery['responsible']>): Filter {
  return {
    $or: [
      { 'responsible.people': trusted({ $in: [...people] }) },
      { 'responsible.roles': trusted({ $in: [...roles] }) },
    ],
  }
}

/** What somebody typed into the search box, as a condition. */
export function searchOf({
  search,
  searchVendors = [],
}: Pick<SubmissionQuery, 'search' | 'searchVendors'>): Filter[] {
  if (search === undefined || search.trim() === '') return []
  const piece = pieceOf(search)
  return [
    {
      $or: [
        { number: piece },
        { formName: piece },
        { label: piece },
        { vendorId: trusted({ $in: [...searchVendors] }) },
      ],
    },
  ]
}

function present(fields: Filter): Filter {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}

/** What comes after the last row of the page before. */
export function afterCursor({ cursor, sort }: SubmissionQuery): Filter[] {
  return beyondCursor({ cursor, by: 'submittedAt', newestFirst: sort === 'newest' })
}
