import { ProviderFault } from './fault.ts'

function validation(
  code: string,
  message: string,
  rest: { detail: string; element?: string },
): ProviderFault {
  return new ProviderFault({ status: 400, type: 'ValidationFault', code, message, ...rest })
}

/** Every refusal of the ledger, with code and text as the reference gives them (§1.4). */
export const refuse = {
  duplicateName: (kind: string) =>
    validation('6240', 'Duplicate Name Exists Error', {
      detail: `The name supplied already exists. : Another ${kind} is already using this name. Please use a different name.`,
    }),
  duplicateDocNumber: (taken: { docNumber: string; txnType: string; txnId: string }) =>
    validation('6140', 'Duplicate Document Number Error', {
      detail: `Duplicate Document Number Error : You must specify a different number. This number has already been used. DocNumber=${taken.docNumber} is assigned to TxnType=${taken.txnType} with TxnId=${taken.txnId}`,
    }),
  periodClosed: () =>
    validation('6210', 'Account Period Closed, Cannot Update Through Services API', {
      detail: 'Account Period Closed, Cannot Update Through Services API',
    }),
  stale: () =>
    validation('5010', 'Stale Object Error', {
      detail:
        'Stale Object Error : You and API API were working on this at the same time. API API finished before you did, so your work was not saved.',
    }),
  notFoundOrInactive: () =>
    validation('610', 'Object Not Found', {
      detail:
        "Object Not Found : Something you're trying to use has been made inactive. Check the fields with accounts, customers, items, vendors or employees.",
    }),
  invalidReference: (group: string, id: string) =>
    validation('2500', 'Invalid Reference Id', {
      detail: `Invalid Reference Id : ${group} element id ${id} not found`,
    }),
  missing: (property: string) =>
    validation('2020', 'Required param missing, need to supply the required value for the API', {
      detail: `Required parameter ${property} is missing in the request`,
      element: property,
    }),
  badProperty: (property: string) =>
    validation('2010', 'Request has invalid or unsupported property', {
      detail: `Property Name:${property} specified is unsupported or invalid`,
    }),
  badString: (property: string) =>
    validation('2040', 'Invalid String', {
      detail: `Invalid String. The property ${property} contains a colon, tab or new line.`,
      element: property,
    }),
  badLength: (property: string, lengths: { limit: number; supplied: number }) =>
    validation('2050', 'String length is either shorter or longer than supported by specification', {
      detail: `String length specified does not match the supported length. Min:0 Max:${lengths.limit} supported. Supplied length:${lengths.supplied}`,
      element: property,
    }),
  unsupported: (operation: string) =>
    validation('500', 'Unsupported Operation', { detail: `Operation ${operation} is not supported.` }),
  badQuery: (detail: string) => validation('4001', 'Invalid query', { detail }),
  businessRule: (sentence: string) =>
    validation('6000', 'A business validation error has occurred while processing your request', {
      detail: `Business Validation Error: ${sentence}`,
    }),
  wrongAmount: (supplied: string) =>
    validation('6070', 'Amount calculation incorrect in the request', {
      detail: `Amount is not equal to UnitPrice * Qty. Supplied value:${supplied}`,
      element: 'Line.Amount',
    }),
  wrongAccountType: (property: string) =>
    validation('6430', 'Invalid account type used', {
      detail: `Invalid account type: You need to select a different type of account for ${property}.`,
      element: property,
    }),
  subscriptionEnded: () =>
    validation('6190', 'Invalid Company Status', {
      detail:
        'Subscription period has ended or canceled or there was a billing problem : You can not add data.',
    }),
  notInPlan: (what: string) =>
    validation('5030', 'Feature Not Supported Error', {
      detail: `Feature Not Supported Error: ${what} are not supported by the subscription of this company.`,
    }),
  tooManyBatchItems: (count: number) =>
    validation('1040', 'Batch size exceeded', {
      detail: `A batch holds at most 30 operations. Supplied: ${count}`,
      element: 'BatchItemRequest',
    }),
  unauthenticated: (detail: string) =>
    new ProviderFault({
      status: 401,
      type: 'AUTHENTICATION',
      code: '3200',
      message: 'message=AuthenticationFailed; errorCode=003200; statusCode=401',
      detail,
    }),
  unauthorised: () =>
    new ProviderFault({
      status: 403,
      type: 'SERVICE',
      code: '3100',
      message: 'message=AuthorizationFailed; errorCode=003100; statusCode=403',
      detail: 'The application has no permission for this company',
    }),
  throttled: (retryAfterSeconds?: number) =>
    new ProviderFault({
      status: 429,
      type: 'SERVICE',
      code: '3001',
      message: 'message=ThrottleExceeded; errorCode=003001; statusCode=429',
      detail: 'The request limit was reached.  Try again later',
      headers: retryAfterSeconds === undefined ? {} : { 'Retry-After': String(retryAfterSeconds) },
    }),
  broken: () =>
    new ProviderFault({
      status: 500,
      type: 'SystemFault',
      code: '10000',
      message: 'An application error has occurred while processing your request',
      detail:
        'System Failure Error: An unexpected error occurred while accessing or saving your data. Please wait a few minutes and try again.',
    }),
}
