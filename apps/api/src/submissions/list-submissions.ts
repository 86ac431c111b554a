import type { Page, SubmissionSummary } from '@fieldledger/contract'
import type { SubmissionQuery } from '@fieldledger/storage'
import type { CompanyScope } from '@fieldledger/workflow'
import { DateTime } from 'luxon'
import type { CompanyPerson } from '../router/route.ts'
import type { Company, Services } from '../services.ts'
import { isNotSent } from './is-not-sent.ts'
import type { ListQuery } from './list-query.ts'
import { sendableTo } from './sendable-to.ts'
import { summarise } from './summarise.ts'
import { vendorsNamed } from './vendors-named.ts'

interface Asked {
  scope: CompanyScope
  company: Company
  person: CompanyPerson
  query: ListQuery & { cursor?: string; limit?: number }
}

const usual = 50
/** The ledger state is not kept with the submission: so many pages are looked through for one page of answers. */
const pagesLookedThrough = 20

export async function listSubmissions(services: Services, asked: Asked): Promise<Page<SubmissionSummary>> {
  const { ledger, notSentTo, limit = usual } = asked.query
  if (ledger === undefined && notSentTo === undefined) return onePage(services, asked)
  const fits = (row: SubmissionSummary) =>
    (ledger === undefined || row.ledger.some(({ state }) => state === ledger)) &&
    (notSentTo === undefined || isNotSent(row, notSentTo))
  const rows: SubmissionSummary[] = []
  let cursor = asked.query.cursor
  for (let looked = 0; looked < pagesLookedThrough && rows.length < limit; looked += 1) {
    const query = { ...asked.query, ...(cursor === undefined ? {} : { cursor }) }
    const page = await onePage(services, { ...asked, query })
    rows.push(...page.rows.filter(fits))
    cursor = page.next
    if (cursor === undefined) return { rows }
  }
  return { rows, ...(cursor === undefined ? {} : { next: cursor }) }
}

async function onePage(services: Services, asked: Asked): Promise<Page<SubmissionSummary>> {
  const { scope, person } = asked
  const query = await toSubmissionQuery(services, asked)
  const { rows, next, total } = await services.submissions.list(scope, { person, query })
  const summaries = await summarise(services, { scope, submissions: rows })
  return { rows: summaries, total, ...(next === undefined ? {} : { next }) }
}

async function toSubmissionQuery(services: Services, asked: Asked): Promise<SubmissionQuery> {
  const { form, status, vendor, project, mine, q, from, to, sort, cursor, limit = usual } = asked.query
  const { notSentTo } = asked.query
  const { timeZone } = asked.company
  const startOf = (day: string, after = 0) =>
    DateTime.fromISO(day, { zone: timeZone }).plus({ days: after }).toJSDate()
  return {
    ...present({ form, status, vendor, project, search: q, cursor }),
    ...(notSentTo === undefined ? {} : await sendableTo(services, { scope: asked.scope, notSentTo })),
    ...(mine === true ? { submittedBy: asked.person.id } : {}),
    ...responsibleOf(asked),
    ...(from === undefined ? {} : { from: startOf(from) }),
    ...(to === undefined ? {} : { to: startOf(to, 1) }),
    ...(q === undefined
      ? {}
      : { searchVendors: await vendorsNamed(services, { scope: asked.scope, name: q }) }),
    sort: sort ?? 'newest',
    limit,
  }
}

function responsibleOf({ query, person }: Asked): Pick<SubmissionQuery, 'responsible'> {
  const { responsible } = query
  if (responsible === undefined) return {}
  if (responsible !== 'me') return { responsible: { people: [responsible], roles: [] } }
  return { responsible: { people: [person.id], roles: [person.role] } }
}

function present<Fields extends object>(fields: Fields) {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Fields]?: Exclude<Fields[Name], undefined>
  }
}
