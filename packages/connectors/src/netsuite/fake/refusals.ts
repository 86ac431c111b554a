import { NetSuiteRefusal } from './refusal.ts'

const titles: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  429: 'Bad Request',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
}

interface Where {
  path?: string
  query?: string
  header?: string
}

function refusal(status: number, said: { code: string; detail: string } & Where): NetSuiteRefusal {
  const { code, detail, path, query, header } = said
  return new NetSuiteRefusal({
    status,
    title: titles[status] ?? 'Error',
    details: [
      {
        detail,
        'o:errorCode': code,
        ...(path !== undefined && { 'o:errorPath': path }),
        ...(query !== undefined && { 'o:errorQueryParam': query }),
        ...(header !== undefined && { 'o:errorHeader': header }),
      },
    ],
  })
}

const userError = (sentence: string) =>
  refusal(400, { code: 'USER_ERROR', detail: `Error while accessing a resource. ${sentence}` })

/** Every refusal of the REST services, with status, code and text as the reference gives them (§3.5). */
export const refuse = {
  login: () =>
    refusal(401, {
      code: 'INVALID_LOGIN',
      detail:
        'Invalid login attempt. For more details, see the Login Audit Trail in the NetSuite UI at Setup > Users/Roles > User Management > View Login Audit Trail.',
    }),
  scope: () =>
    refusal(403, {
      code: 'INSUFFICIENT_PERMISSION',
      detail: 'You do not have permission to use REST web services. Check the scope of the token.',
    }),
  unknownRecordType: (name: string) =>
    refusal(404, { code: 'NOT_FOUND', detail: `Record type '${name}' does not exist.` }),
  unknownRecord: () =>
    refusal(404, {
      code: 'NONEXISTENT_ID',
      detail: 'The record instance does not exist. Provide a valid record instance ID.',
    }),
  unknownAddress: () => refusal(404, { code: 'NOT_FOUND', detail: 'The requested resource does not exist.' }),
  method: (method: string) =>
    refusal(405, { code: 'METHOD_NOT_ALLOWED', detail: `Method ${method} is not allowed here.` }),
  notImitated: (what: string) =>
    refusal(400, { code: 'INVALID_REQUEST', detail: `${what} is not imitated by this practice ledger.` }),
  body: () => refusal(400, { code: 'INVALID_CONTENT', detail: 'Invalid content in the request body.' }),
  value: ({ value, field, path }: { value: string; field: string; path: string }) =>
    refusal(400, {
      code: 'INVALID_CONTENT',
      detail: `Error while accessing resource: You have entered an Invalid Field Value ${value} for the following field: ${field}`,
      path,
    }),
  property: ({ name, path }: { name: string; path: string }) =>
    refusal(400, {
      code: 'INVALID_CONTENT',
      detail: `Unknown property '${name}' was used in the request.`,
      path,
    }),
  tooLong: ({ field, limit }: { field: string; limit: number }) =>
    userError(
      `The field ${field} contained more than the maximum number ( ${limit} ) of characters allowed.`,
    ),
  missing: (labels: string[]) => userError(`Please enter value(s) for: ${labels.join(', ')}.`),
  noLines: () => userError('You must enter at least one line item for this transaction.'),
  rule: userError,
  reference: ({ type, id }: { type: string; id: string }) =>
    userError(`You can not initialize ${type.toLowerCase()}: invalid reference ${id}.`),
  taken: () => userError('This record already exists.'),
  takenExternalId: () => userError('This entity already exists.'),
  externalId: (value: string) =>
    refusal(400, {
      code: 'INVALID_PARAMETER',
      detail: `Invalid external ID ${value}. Use letters, digits, underscores and hyphens.`,
    }),
  parameter: ({ detail, query }: { detail: string; query: string }) =>
    refusal(400, { code: 'INVALID_PARAMETER', detail, query }),
  header: ({ detail, header }: { detail: string; header: string }) =>
    refusal(400, { code: 'INVALID_HEADER', detail, header }),
  search: (sentence: string) =>
    refusal(400, {
      code: 'INVALID_PARAMETER',
      detail: `Invalid search query. Detailed unprocessed description follows. ${sentence}`,
      query: 'q',
    }),
  keyUsed: () =>
    new NetSuiteRefusal({
      status: 400,
      title: 'Conflict',
      section: '#sec10.4.10',
      details: [
        {
          detail:
            'A request with the same idempotency key is already submitted. See the "Location" header for a link to the previously submitted job',
          'o:errorCode': 'IDEMPOTENCY_ERROR',
        },
      ],
    }),
  concurrency: () =>
    refusal(429, {
      code: 'CONCURRENCY_LIMIT_EXCEEDED',
      detail: 'Concurrent request limit exceeded. Request blocked.',
    }),
  broken: () =>
    refusal(500, {
      code: 'UNEXPECTED_ERROR',
      detail: 'An unexpected error occurred. Error ID: practice',
    }),
  unavailable: () =>
    refusal(503, { code: 'SERVICE_UNAVAILABLE', detail: 'The service is temporarily unavailable.' }),
}
