import { isObject, type JsonObject, listOf } from '../../../fake-service/json.ts'
import { type ElementKind, elementKinds, idOf } from '../element-kinds.ts'
import { refuse } from '../refusals.ts'
import { judgeWrite, type Verdict } from '../rules/write.ts'
import { checkAgainstSchema } from '../schema.ts'
import type { Answer } from './answer.ts'
import { type Call, jsonOf, parametersOf } from './call.ts'
import { envelope } from './envelope.ts'
import { present } from './present.ts'

const mostElements = 500

/** PUT and POST of one or many elements; one element need not stand in an array. */
export function writeElements(call: Call, target: { kind: ElementKind; id?: string }): Answer {
  const { kind, id } = target
  const inputs = inputsOf(jsonOf(call.request), target)
  const { summarizeErrors } = parametersOf(call.request)
  const attempts = inputs.map((input) => ({
    input,
    verdict: attempt(call, { kind, input, isTrial: summarizeErrors !== 'false' }),
  }))
  const isRefused = attempts.some(({ verdict }) => verdict.problems.length > 0)
  if (summarizeErrors !== 'false' && isRefused)
    throw refuse.validation(
      attempts
        .filter(({ verdict }) => verdict.problems.length > 0)
        .map(({ input, verdict }) => echo(input, { verdict, kind })),
    )
  const settled =
    summarizeErrors === 'false'
      ? attempts
      : inputs.map((input) => ({ input, verdict: attempt(call, { kind, input, isTrial: false }) }))
  const elements = settled.map(({ input, verdict }) =>
    outcome(call, { kind, input, verdict, isEach: summarizeErrors === 'false' }),
  )
  return {
    status: 200,
    body: envelope(call.books, { ...(id === undefined && {}), [elementKinds[kind].plural]: elements }),
  }
}

function inputsOf(body: JsonObject, { kind, id }: { kind: ElementKind; id?: string }): JsonObject[] {
  const { plural, id: idName } = elementKinds[kind]
  const isBare = body[plural] === undefined
  checkAgainstSchema(
    isBare || kind === 'TrackingCategory' || kind === 'Currency' ? kind : plural,
    isBare
      ? body
      : kind === 'TrackingCategory' || kind === 'Currency'
        ? (listOf(body[plural])[0] ?? {})
        : body,
  )
  const inputs = isBare ? [body] : listOf(body[plural])
  if (inputs.length === 0) throw refuse.badJson(`At least one element is expected in ${plural}.`)
  if (inputs.length > mostElements) throw refuse.badJson(`At most ${mostElements} elements are expected.`)
  return id === undefined ? inputs : inputs.slice(0, 1).map((input) => ({ ...input, [idName]: id }))
}

/** A trial leaves the books alone, so that a refused call changes nothing. */
function attempt(
  call: Call,
  { kind, input, isTrial }: { kind: ElementKind; input: JsonObject; isTrial: boolean },
): Verdict {
  const { books, tenant, request, requestKey } = call
  const at = books.timestamp()
  const verdict = judgeWrite({
    tenant,
    kind,
    input,
    at,
    mayUpdate: request.method === 'POST',
    unitPlaces: parametersOf(request).unitdp === '4' ? 4 : 2,
  })
  if (!isTrial && verdict.problems.length === 0)
    books.write({
      type: 'commit',
      tenant: tenant.id,
      at,
      by: 'api',
      ...(requestKey !== undefined && { requestKey }),
      changes: [verdict.change],
    })
  return verdict
}

interface Outcome {
  kind: ElementKind
  input: JsonObject
  verdict: Verdict
  isEach: boolean
}

function outcome({ tenant }: Call, { kind, input, verdict, isEach }: Outcome): JsonObject {
  if (verdict.problems.length > 0)
    return { ...echo(input, { verdict, kind }), StatusAttributeString: 'ERROR' }
  const element = tenant.find(kind, idOf(kind, verdict.change.element)) ?? verdict.change.element
  const warnings = verdict.warnings.map((Message) => ({ Message }))
  const status = warnings.length > 0 ? 'WARNING' : 'OK'
  return {
    ...present({ tenant, kind, element }),
    ...(isEach && { StatusAttributeString: status }),
    ...(warnings.length > 0 && { Warnings: warnings }),
  }
}

/** What was sent comes back with what is wrong with it. */
function echo(input: JsonObject, { verdict, kind }: { verdict: Verdict; kind: ElementKind }): JsonObject {
  const lines = listOf(input.LineItems).map((line) => ({ ...line, ValidationErrors: [] }))
  return {
    ...input,
    ...(elementKinds[kind].isDocument && { LineItems: lines, HasErrors: true, Warnings: [] }),
    ...(isObject(input.Contact) && { Contact: { ...input.Contact, ValidationErrors: [] } }),
    ValidationErrors: [...new Set(verdict.problems)].map((Message) => ({ Message })),
  }
}
