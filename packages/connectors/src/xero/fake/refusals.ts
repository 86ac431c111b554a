import { randomUUID } from 'node:crypto'
import type { JsonObject } from '../../fake-service/json.ts'
import { XeroRefusal } from './refusal.ts'

const titles: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: "The resource you're looking for cannot be found",
  412: 'Precondition Failed',
  500: 'An unexpected error occurred',
  503: 'The service is unavailable',
}

function problem(status: number, detail: string): XeroRefusal {
  const body = {
    Type: null,
    Title: titles[status] ?? 'Error',
    Status: status,
    Detail: detail,
    Instance: randomUUID(),
    Extensions: {},
  }
  return new XeroRefusal({ status, body })
}

function exception(errorNumber: number, rest: { type: string; message: string }): XeroRefusal {
  return new XeroRefusal({
    status: 400,
    body: { ErrorNumber: errorNumber, Type: rest.type, Message: rest.message },
  })
}

/** Refusals of a whole call, with status and text as the reference gives them (§2.6). */
export const refuse = {
  tokenMissing: () => problem(401, 'AuthenticationUnsuccessful'),
  tokenExpired: (at: Date) => problem(401, `TokenExpired: token expired at ${britishTime(at)}`),
  scopeMissing: () => problem(401, 'AuthorizationUnsuccessful'),
  otherTenant: () => problem(403, 'AuthenticationUnsuccessful'),
  notFound: () => problem(404, "The resource you're looking for cannot be found"),
  unsupported: (what: string) => problem(404, `${what} is not imitated by this practice ledger`),
  precondition: () => problem(412, 'One or more conditions given in the request header fields were invalid'),
  keyReused: (key: string) => problem(400, `Idempotency Key ${key} is used with a different request`),
  keyTooLong: () => problem(400, 'Idempotency Key must be 128 characters or fewer'),
  badJson: (why: string) =>
    exception(14, { type: 'PostDataInvalidException', message: `JSON for post data was invalid,${why}` }),
  badQuery: (why: string) => exception(16, { type: 'QueryParseException', message: why }),
  validation: (elements: JsonObject[]) =>
    new XeroRefusal({
      status: 400,
      body: {
        ErrorNumber: 10,
        Type: 'ValidationException',
        Message: 'A validation exception occurred',
        Elements: elements,
      },
    }),
  throttled: (limit: { problem: string; retryAfterSeconds: number }) =>
    new XeroRefusal({
      status: 429,
      body: {},
      headers: {
        'X-Rate-Limit-Problem': limit.problem,
        'Retry-After': String(limit.retryAfterSeconds),
      },
    }),
  broken: () => problem(500, 'An error occurred in Xero. Check the API Status page'),
  unavailable: () => problem(503, 'API is currently unavailable'),
}

/** `04/09/2023 05:16:59`, as the service writes it. */
function britishTime(at: Date): string {
  const [day = '', time = ''] = at.toISOString().slice(0, 19).split('T')
  const [year, month, date] = day.split('-')
  return `${date}/${month}/${year} ${time}`
}
