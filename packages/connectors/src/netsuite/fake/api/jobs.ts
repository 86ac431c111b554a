import type { Job } from '../books/record.ts'
import { refuse } from '../refusals.ts'
import { type Answer, settle } from './answer.ts'
import type { Call } from './call.ts'

/**
 * `Prefer: respond-async`: the caller is told where to ask, and the work is done before that. The key of
 * `X-NetSuite-Idempotency-Key` is good for one call; another one with it is led to the first.
 */
export function acceptJob(call: Call, work: () => Answer): Answer {
  const { books, company, request } = call
  const key = request.get('x-netsuite-idempotency-key') || undefined
  const first = key === undefined ? undefined : company.jobs.find((job) => job.key === key)
  if (first) return conflict(call, first)
  const id = String(company.jobs.length + 1)
  const { status, body, headers } = settle(work)
  const answer = { status, ...(body && { body }), ...(headers && { headers }) }
  books.write({
    ...{ type: 'job', realm: company.id, id, at: books.now(), answer },
    ...(key !== undefined && { key }),
  })
  return {
    status: 202,
    headers: { location: addressOf(call, id), 'preference-applied': 'respond-async' },
  }
}

function conflict(call: Call, { id }: Job): Answer {
  const { status, body } = refuse.keyUsed()
  return {
    status,
    body,
    headers: {
      'content-type': 'application/vnd.oracle.resource+json; type=error; charset=UTF-8',
      location: addressOf(call, id),
    },
  }
}

/** `/async/v1/job/{id}`, `…/task/1` and `…/task/1/result`. */
export function readJob(call: Call, [name, id = '', ...rest]: string[]): Answer {
  const job = call.company.jobs.find((each) => each.id === id)
  const [task, taskId, result, ...more] = rest
  const isKnown = name === 'job' && (task === undefined || (task === 'task' && taskId === '1'))
  if (!job || !isKnown || more.length > 0) throw refuse.unknownAddress()
  const completed = isCompleted(call, job)
  if (result === 'result' && completed) return job.answer
  if (result !== undefined) throw refuse.unknownAddress()
  const links = (path: string) => ({ links: [{ rel: 'self', href: `${addressOf(call, id)}${path}` }] })
  const ended = job.answer.status < 400 ? 'succeeded' : 'failed'
  const shown = { completed, progress: completed ? ended : 'pending' }
  const body =
    task === undefined
      ? { ...links(''), ...shown, id, task: links('/task/1') }
      : { ...links('/task/1'), ...shown, id: '1', ...(completed && { result: links('/task/1/result') }) }
  return { status: 200, body }
}

function isCompleted({ books, company }: Call, { at }: Job): boolean {
  return books.now() >= at + company.settings.asyncSeconds * 1000
}

function addressOf({ origin }: Call, id: string): string {
  return `${origin}/services/rest/async/v1/job/${id}`
}
