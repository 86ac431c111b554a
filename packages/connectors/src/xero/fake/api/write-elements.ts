import { isObject, type JsonObject, listOf } from '../../../fake-service/json.ts'
import type { Change } from '../books/record.ts'
import { type ElementKind, elementKinds, idOf } from '../element-kinds.ts'
import { refuse } from '../refusals.ts'
import { judgeWrite, type Verdict } from '../rules/write.ts'
import { checkAgainstSchema } from '../schema.ts'
import type { Answer } from './answer.ts'
import { type Call, jsonOf, parametersOf, unitPlacesOf } from './call.ts'
import { envelope } from './envelope.ts'
import { present } from './present.ts'

const mostElements = 500

interface Attempt {
  input: JsonObject
  verdict: Verdict
}

/** PUT and POST of one or many elements; one element need not stand in an array. */
export function writeElements(call: Call, target: { kind: ElementKind; id?: string }): Answer {
  const { kind } = target
  const inputs = inputsOf(jsonOf(call.request), target)
  const isEach = parametersOf(call.request).summarizeErrors === 'false'
  const attempts = isEach ? writeEach(call, { kind, inputs }) : writeAll(call, { kind, inputs })
  const elements = attempts.map((attempt) => outcome(call, { ...attempt, kind, isEach }))
  return { status: 200, body: envelope(call.books, { [elementKinds[kind].plural]: elements }) }
}

interface Inputs {
  kind: ElementKind
  inputs: JsonObject[]
}

function writeEach(call: Call, { kind, inputs }: Inputs): Attempt[] {
  return inputs.map((input) => {
    const verdict = judge(call, { kind, input })
    if (verdict.problems.length === 0) commit(call, verdict.changes)
    return { input, verdict }
  })
}

/** All or nothing; each is judged as if those before it were in the books already. */
function writeAll(call: Call, { kind, inputs }: Inputs): Attempt[] {
  const attempts = call.tenant.rehearse((play) =>
    inputs.map((input) => {
      const verdict = judge(call, { kind, input })
      if (inputs.length > 1 && verdict.problems.length === 0) play(verdict.changes)
      return { input, verdict }
    }),
  )
  const refused = attempts.filter(({ verdict }) => verdict.problems.length > 0)
  if (refused.length > 0)
    throw refuse.validation(refused.map(({ input, verdict }) => echo(input, { verdict, kind })))
  commit(
    call,
    attempts.flatMap(({ verdict }) => verdict.changes),
  )
  return attempts
}

function judge({ books, tenant, request }: Call, { kind, input }: { kind: ElementKind; input: JsonObject }) {
  return judgeWrite({
    tenant,
    kind,
    input,
    at: books.timestamp(),
    mayUpdate: request.method === 'POST',
    unitPlaces: unitPlacesOf(request),
  })
}

function commit({ books, tenant, requestKey }: Call, changes: Change[]): void {
  const key = requestKey !== undefined && { requestKey }
  books.write({ type: 'commit', tenant: tenant.id, at: books.timestamp(), by: 'api', ...key, changes })
}

function inputsOf(body: JsonObject, { kind, id }: { kind: ElementKind; id?: string }): JsonObject[] {
  const { plural, id: idName } = elementKinds[kind]
  const isBare = body[plural] === undefined
  checkAgainstSchema(isBare ? kind : plural, body)
  const inputs = isBare ? [body] : listOf(body[plural])
  if (inputs.length === 0) throw refuse.badJson(`At least one element is expected in ${plural}.`)
  if (inputs.length > mostElements) throw refuse.badJson(`At most ${mostElements} elements are expected.`)
  return id === undefined ? inputs : inputs.slice(0, 1).map((input) => ({ ...input, [idName]: id }))
}

interface Outcome extends Attempt {
  kind: ElementKind
  isEach: boolean
}

function outcome({ tenant, request }: Call, { kind, input, verdict, isEach }: Outcome): JsonObject {
  if (verdict.problems.length > 0)
    return { ...echo(input, { verdict, kind }), StatusAttributeString: 'ERROR' }
  const [change] = verdict.changes
  const element = tenant.find(kind, idOf(kind, change.element)) ?? change.element
  const warnings = verdict.warnings.map((Message) => ({ Message }))
  const status = warnings.length > 0 ? 'WARNING' : 'OK'
  return {
    ...present({ tenant, kind, element, unitPlaces: unitPlacesOf(request) }),
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
