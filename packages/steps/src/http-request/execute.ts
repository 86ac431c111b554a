import type { StepAnswer, StepExecutor, StepOutcome, StepRequest } from '@fieldledger/workflow'
import type { HttpRequestConfig, httpRequest } from './definition.ts'
import { readJson } from './fill-json.ts'
import { fillRequest } from './fill-request.ts'
import { formValues } from './form-values.ts'
import { hostOf } from './host-of.ts'
import { namesIn } from './placeholders.ts'
import { Unfillable } from './unfillable.ts'
import { usedInRequest } from './used-in-request.ts'

/** What later looks at the run see of an answer. */
const keptText = 16_384

export const execute: StepExecutor<typeof httpRequest> = async (config, context) => {
  const where = `${config.method} ${hostOf(config.url)}`
  let request: StepRequest
  try {
    request = fillRequest(config, await formValues(context, namedIn(config)))
  } catch (error) {
    if (!(error instanceof Unfillable)) throw error
    return fail(where, error)
  }
  const answer = await context.request(request)
  const outcome = answer.state === 'failed' ? fail(where, answer) : judge(where, answer)
  return { ...outcome, used: usedInRequest(request) }
}

function namedIn({ url, headers, body }: HttpRequestConfig): Set<string> {
  // JSON may write a brace as \u007b, which is read as one.
  const read = body.includes('\\u') ? JSON.stringify(readJson(body)) : body
  return new Set([url, ...headers.map(({ value }) => value), read].flatMap(namesIn))
}

function judge(where: string, answer: Extract<StepAnswer, { state: 'answered' }>): Came {
  const { status, contentType, text } = answer
  if (status < 200 || status > 299) return fail(where, refusal(answer))
  return {
    next: 'leave',
    outlet: 'next',
    stamps: [{ code: 'request-answered', params: { where, status } }],
    output: { status, contentType, text: text.slice(0, keptText), cut: text.length > keptText },
  }
}

function refusal({ status, text }: { status: number; text: string }): Failure {
  const said = text.trim() === '' ? '' : ` It said: ${text.trim().slice(0, 300)}`
  if (status >= 300 && status < 400)
    return {
      code: 'redirected',
      message: `It answered ${status}, a redirect, which is not followed: enter the final address.`,
      retryable: false,
    }
  const passing = status === 408 || status === 425 || status === 429 || status >= 500
  return {
    code: 'answered-no',
    message: `It answered ${status}.${said} ${passing ? 'Try again later.' : 'Correct the step or the form, then try again.'}`,
    retryable: passing,
  }
}

type Came = Extract<StepOutcome, { next: 'leave' | 'fail' }>

type Failure = Omit<Extract<StepAnswer, { state: 'failed' }>, 'state'>

function fail(where: string, { code, message, retryable }: Failure): Extract<StepOutcome, { next: 'fail' }> {
  return {
    next: 'fail',
    error: { code, message, retryable },
    stamps: [{ code: 'request-failed', params: { where, message } }],
  }
}
