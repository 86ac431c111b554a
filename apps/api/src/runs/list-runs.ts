import { type Page, RunStateName, type RunSummary } from '@fieldledger/contract'
import type { Run } from '@fieldledger/runtime'
import type { CompanyScope } from '@fieldledger/workflow'
import { DateTime } from 'luxon'
import { Type } from 'typebox'
import type { CompanyPerson } from '../router/route.ts'
import type { Company, Services } from '../services.ts'
import { vendorsNamed } from '../submissions/vendors-named.ts'

const text = Type.Optional(Type.String({ maxLength: 300 }))
const day = Type.Optional(Type.String({ format: 'date' }))

/** Filters of GET /runs and of its CSV. */
export const runFilters = {
  q: text,
  state: Type.Optional(RunStateName),
  form: text,
  version: Type.Optional(Type.Integer({ minimum: 1 })),
  from: day,
  to: day,
}
const fields = Type.Object(runFilters)
type RunFilters = Type.Static<typeof fields>

const usual = 50

export async function listRuns(
  services: Services,
  asked: {
    scope: CompanyScope
    company: Company
    person: CompanyPerson
    query: RunFilters & { cursor?: string; limit?: number }
  },
): Promise<Page<RunSummary>> {
  const { scope, person, company } = asked
  const { q, from, to, version, limit = usual, ...others } = asked.query
  const startOf = (date: string, after = 0) =>
    DateTime.fromISO(date, { zone: company.timeZone }).plus({ days: after }).toJSDate()
  const query = {
    ...others,
    limit,
    ...(version === undefined ? {} : { workflowVersion: version }),
    ...(from === undefined ? {} : { from: startOf(from) }),
    ...(to === undefined ? {} : { to: startOf(to, 1) }),
    ...(q === undefined
      ? {}
      : { search: q, searchVendors: await vendorsNamed(services, { scope, name: q }) }),
  }
  const { rows, ...page } = await services.runs.list(scope, { person, query })
  return { ...page, rows: await summariseRuns(services, { scope, person, runs: rows }) }
}

/** Runs with the names of what they are of and of where they stand. */
export async function summariseRuns(
  { runtime, submissions }: Pick<Services, 'runtime' | 'submissions'>,
  { scope, person, runs }: { scope: CompanyScope; person: CompanyPerson; runs: readonly Run[] },
): Promise<RunSummary[]> {
  const ids = [...new Set(runs.map(({ submissionId }) => submissionId))]
  const found = await submissions.visible(scope, { person, ids })
  const byId = new Map(found.map((one) => [one.id, one]))
  const vendorIds = [...new Set(found.flatMap(({ vendorId }) => vendorId ?? []))]
  const vendors = await runtime.ports.lookups.catalogue.names({ scope, ids: vendorIds })
  const summarised = runs.map(async (run): Promise<RunSummary[]> => {
    const submission = byId.get(run.submissionId)
    if (submission === undefined) return []
    const { workflowId, workflowVersion: version } = run
    const workflow = await runtime.ports.versions.workflow({ scope, workflowId, version })
    return [
      {
        id: run.id,
        submissionId: run.submissionId,
        number: submission.number ?? null,
        formName: submission.formName,
        vendorName: vendors.get(submission.vendorId ?? '') ?? null,
        workflowVersion: version,
        state: run.state,
        standsAt: run.tokens.map(({ stepId }) => workflow?.graph.steps[stepId]?.name ?? stepId),
        ...(run.error === undefined ? {} : { message: run.error.message }),
        startedAt: run.startedAt.toISOString(),
        endedAt: run.endedAt?.toISOString() ?? null,
      },
    ]
  })
  return (await Promise.all(summarised)).flat()
}
