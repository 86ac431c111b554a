import { Value } from 'typebox/value'
import { describe, expect, test } from 'vitest'
import { Capabilities, documentCapability } from '../connector/capabilities.ts'
import type { Connector, OperationContext, OperationName } from '../connector/connector.ts'
import type { WireAnswer, WireRequest } from '../connector/wire-exchange.ts'
import { DocumentKind } from '../documents/document-kind.ts'
import { ErrorEntry } from '../errors/error-entry.ts'
import { LedgerError } from '../errors/ledger-error.ts'
import { NotAllowed } from '../errors/ledger-errors.ts'
import { sampleInputs } from './sample-inputs.ts'

const context: OperationContext = {
  companyId: '123',
  requestKey: 'key-of-the-effect',
  currency: 'USD',
  booksUrl: 'https://books.example/app',
}
const kinds = DocumentKind.anyOf.map((kind) => kind.const)
const names = Object.keys(sampleInputs) as OperationName[]

/** What the drivers find out by themselves. */
const entriesOfDriver = ['unreachable', 'broke-off', 'signed-out']

const hostileBodies: readonly unknown[] = [
  null,
  undefined,
  '',
  '<html>Bad gateway</html>',
  42,
  true,
  [],
  {},
  JSON.parse('{"__proto__":{"polluted":true}}'),
  { Fault: null, fault: 'no' },
  { QueryResponse: { Vendor: 'many', Item: {}, PurchaseOrder: [null], Account: [{ Id: 7 }] } },
]

/** What every connector must be before it meets a ledger: needs no fake and no network. */
export function connectorBasics(connector: Connector): void {
  describe(`${connector.id}: basics`, () => {
    test('it says who it is and what it can do', () => {
      expect(connector.id).toMatch(/^[a-z][a-z0-9-]{1,40}$/)
      expect(connector.label).not.toBe('')
      expect(connector.logo).toMatch(/^<svg[\s\S]*<\/svg>$/)
      expect([...Value.Errors(Capabilities, connector.capabilities)]).toEqual([])
    })

    test('what may be changed of a document is said of every way in which it may stand, and where it may not, what to do', () => {
      for (const { edits } of Object.values(connector.capabilities.documents)) {
        const ways = edits.map(({ standing }) => standing)
        expect(new Set(ways).size).toBe(ways.length)
        expect(ways).not.toEqual([])
        for (const { stays, instead } of edits)
          if (stays !== 'nothing') expect(instead).toMatch(/^[A-Z].{20,}[.]$/)
      }
    })

    test('G-01 every kind of document has its line in the matrix of what is done with it, or is refused before anything leaves', () => {
      const declared = Object.keys(connector.capabilities.documents)
      expect(declared.filter((kind) => !kinds.some((known) => known === kind))).toEqual([])
      for (const kind of kinds) {
        const can = documentCapability(connector.capabilities, kind)
        const input = { ...sampleInputs['document.create'], kind }
        const begun = () => connector.operations['document.create'](input, context).next()
        if (can?.create === true) expect(can.cancel).toMatch(/^(close|delete|void|none)$/)
        else expect(begun).toThrow(NotAllowed)
      }
    })

    test.each(names)('%s asks the same when it is run again', (name) => {
      expect(begin(connector, name)).toEqual(begin(connector, name))
    })

    test.each(names)('%s names no host and no token', (name) => {
      const request = begin(connector, name)
      if (request === undefined) return
      expect(request.path).toMatch(/^\/(?!\/)/)
      expect(Object.keys(request.headers ?? {}).map((header) => header.toLowerCase())).not.toContain(
        'authorization',
      )
    })

    test.each(names)('%s meets a hostile answer with a ledger error, never with a guess', (name) => {
      for (const body of hostileBodies) {
        const outcome = feed(connector, { name, answer: { status: 200, headers: {}, body } })
        if (outcome !== 'asks on' && !isEmptyPage(outcome)) expect(outcome).toBeInstanceOf(LedgerError)
      }
      expect(Object.prototype).not.toHaveProperty('polluted')
    })

    test('every entry of its error catalogue says what it means, why, and what to do', () => {
      const ids = connector.errorCatalogue.map(({ id }) => id)
      expect(new Set(ids).size).toBe(ids.length)
      expect(ids).toEqual(expect.arrayContaining(entriesOfDriver))
      for (const entry of connector.errorCatalogue) {
        expect([...Value.Errors(ErrorEntry, entry)]).toEqual([])
        for (const text of [entry.means, entry.why, entry.cure]) expect(text).toMatch(/^[A-Z“].+[.]$/s)
      }
    })

    test('every refusal is a sentence without a raw code in it', () => {
      for (const status of [400, 401, 403, 404, 409, 422, 429, 500, 502, 503, 504]) {
        const error = connector.classify({ status, headers: {}, body: 'x' })
        expect(error, String(status)).toBeInstanceOf(LedgerError)
        expect(error?.message).toMatch(/^[A-Z“].{20,}[.]$/s)
        expect(error?.message).not.toContain(String(status))
        expect(connector.errorCatalogue.map(({ id }) => id)).toContain(error?.detail.entry)
      }
      expect(connector.classify({ status: 500, headers: {}, body: '' })?.outcomeUnknown).toBe(true)
      expect(connector.classify({ status: 429, headers: {}, body: '' })?.costsNoAttempt).toBe(true)
    })
  })
}

/** The first request, or undefined when the ledger has no such operation. */
function begin(connector: Connector, name: OperationName): WireRequest | undefined {
  try {
    const turn = start(connector, name).next()
    return turn.done ? undefined : turn.value
  } catch (error) {
    expect(error).toBeInstanceOf(LedgerError)
    return undefined
  }
}

function feed(connector: Connector, { name, answer }: { name: OperationName; answer: WireAnswer }): unknown {
  try {
    const plan = start(connector, name)
    if (plan.next().done) return 'asks on'
    const error = connector.classify(answer)
    const turn = error === null ? plan.next(answer) : plan.throw(error)
    return turn.done ? turn.value : 'asks on'
  } catch (error) {
    return error
  }
}

function start(connector: Connector, name: OperationName): Generator<WireRequest, unknown, WireAnswer> {
  const operation = connector.operations[name] as (
    input: unknown,
    context: OperationContext,
  ) => Generator<WireRequest, unknown, WireAnswer>
  return operation(sampleInputs[name], context)
}

/** An object without rows can be an honest empty list. */
function isEmptyPage(outcome: unknown): boolean {
  const rows = Array.isArray(outcome) ? outcome : Object(outcome).rows
  return Array.isArray(rows) && rows.length === 0
}
