import { documentCapability } from '@fieldledger/accounting'
import type { Submission } from '@fieldledger/forms'
import {
  type DraftInputs,
  documentNumber,
  findTwins,
  type PaperFacts,
  usualTwinDays,
} from '@fieldledger/workflow'
import { DateTime } from 'luxon'
import type { ListedPaper } from '../ports/paper-lookup.ts'
import type { LoadDraft } from './load-draft.ts'
import { mappingFor } from './mapping-for.ts'

/** Older papers are not compared. */
const comparedDays = 366

/** The same paper twice, and a number that is taken: only what concerns this kind of document is read. */
export async function loadPapers(
  input: LoadDraft,
  { timeZone }: { timeZone: string },
): Promise<Pick<DraftInputs, 'twins' | 'numberTakenBy'>> {
  const [twins, numberTakenBy] = await Promise.all([twinsOf(input, timeZone), takenBy(input)])
  return {
    ...(twins.length === 0 ? {} : { twins }),
    ...(numberTakenBy === undefined ? {} : { numberTakenBy }),
  }
}

async function takenBy({ runtime, scope, submission, request, connection }: LoadDraft) {
  const { documentKind } = request
  const repeats = documentCapability(connection.capabilities, documentKind)?.numbersRepeat === true
  const { number, isOfVendor } = documentNumber({ submission, request })
  if (repeats || number === '') return undefined
  const { vendorId } = submission
  return runtime.ports.lookups.papers.numberTaken({
    scope,
    connectionId: connection.id,
    documentKind,
    number,
    ...(isOfVendor && vendorId !== undefined ? { vendorId } : {}),
    submissionId: submission.id,
  })
}

/** Orders may well be alike; a bill that is paid twice is lost money. */
async function twinsOf(input: LoadDraft, timeZone: string) {
  const { runtime, scope, submission, request } = input
  const { vendorId, totals } = submission
  if (request.documentKind !== 'bill' || vendorId === undefined) return []
  const { papers } = runtime.ports.lookups
  const number = textOf(submission, request.mapping.vendorNumber)
  const since = DateTime.fromJSDate(submission.submittedAt).minus({ days: comparedDays }).toJSDate()
  const [listed, said] = await Promise.all([
    papers.alike({
      scope,
      vendorId,
      since,
      total: totals.total,
      ...(number === undefined ? {} : { number }),
    }),
    papers.saidDifferent({ scope, submissionId: submission.id }),
  ])
  const different = new Set(said.flatMap(({ submissionIds }) => submissionIds))
  const others = listed.filter(({ id }) => id !== submission.id && !different.has(id))
  if (others.length === 0) return []
  const factsOf = await factReader(input, { timeZone, vendorId })
  const paper = await factsOf(submission)
  const facts: PaperFacts[] = []
  for (const other of others) facts.push(await factsOf(other))
  const twins = findTwins(paper, { others: facts, withinDays: usualTwinDays })
  return firstOnes(input, { twins, others })
}

/** The paper that came first is not held by the one that came after it, unless that one is in a ledger already. */
async function firstOnes<Twin extends { submissionId: string }>(
  { runtime, scope, submission }: LoadDraft,
  found: { twins: readonly Twin[]; others: readonly ListedPaper[] },
): Promise<Twin[]> {
  const later = new Set(found.others.filter((other) => isLater(other, submission)).map(({ id }) => id))
  const doubted = found.twins.map(({ submissionId }) => submissionId).filter((id) => later.has(id))
  if (doubted.length === 0) return [...found.twins]
  const effects = await runtime.ports.stores.of(scope).effects.ofSubmissions(doubted)
  const sent = new Set(
    effects.flatMap(({ submissionId, confirmation }) => (confirmation === undefined ? [] : [submissionId])),
  )
  return found.twins.filter(({ submissionId }) => !later.has(submissionId) || sent.has(submissionId))
}

function isLater(other: ListedPaper, submission: Submission): boolean {
  const gap = other.submittedAt.getTime() - submission.submittedAt.getTime()
  return gap === 0 ? other.id > submission.id : gap > 0
}

/** Reads what the mapping of each form says is the number and the date of its paper. */
async function factReader(input: LoadDraft, with_: { timeZone: string; vendorId: string }) {
  const { runtime, scope, submission, request, connection } = input
  const mappings = new Map([[submission.formId, request.mapping]])
  return async (paper: ListedPaper): Promise<PaperFacts> => {
    if (!mappings.has(paper.formId)) {
      const found = await mappingFor(runtime, { scope, submission: paper, connection })
      mappings.set(paper.formId, found?.mapping ?? {})
    }
    const mapping = mappings.get(paper.formId) ?? {}
    const vendorNumber = textOf(paper, mapping.vendorNumber)
    return {
      submissionId: paper.id,
      number: paper.number ?? paper.formName,
      vendorId: with_.vendorId,
      ...(vendorNumber === undefined ? {} : { vendorNumber }),
      total: paper.totals.total,
      date:
        textOf(paper, mapping.date) ??
        DateTime.fromJSDate(paper.submittedAt, { zone: with_.timeZone }).toISODate() ??
        '',
    }
  }
}

function textOf({ values }: ListedPaper, fieldId: string | undefined): string | undefined {
  const value = fieldId === undefined ? undefined : values[fieldId]
  return typeof value === 'string' && value.trim() !== '' ? value : undefined
}
