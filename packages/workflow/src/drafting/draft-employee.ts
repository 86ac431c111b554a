import { documentCapability, type RemoteEmployee, type RemoteReference } from '@fieldledger/accounting'
import type { Problem } from '../graph/problem.ts'
import { choosesPeople } from '../mapping/mapping-targets.ts'
import type { DraftInputs } from './draft-inputs.ts'
import { heldProblem } from './held-problem.ts'
import { mappedValue } from './mapped-value.ts'
import { namedValue } from './named-value.ts'

interface DraftedEmployee {
  employee?: RemoteReference
  /** Whom the form means and who cannot be told there for sure: by name, and by whoever was called so. */
  employeeMeant?: { name: string; ids: string[] }
  problems: Problem[]
}

/**
 * The employee whom the form names, out of the list that the ledger keeps of them (G-24). A person of ours need not be an
 * employee there: one who cannot be told for sure is left out, and that is said. A name that was typed in or chosen for
 * this is held to, like terms and classes.
 */
export function draftEmployee(inputs: DraftInputs): DraftedEmployee {
  const { connection, request, content } = inputs
  const { employee: source } = request.mapping
  const { lacks = [] } = documentCapability(connection.capabilities, request.documentKind) ?? {}
  if (connection.capabilities.employees !== true || lacks.includes('employee')) return { problems: [] }
  const field = content.fields.find(({ id }) => id === source)
  const isPerson = field !== undefined && choosesPeople(field)
  const name = isPerson ? nameOfPerson(inputs, source) : namedValue(inputs, source)
  if (name === undefined) return { problems: [] }
  const called = calledSo(inputs.employees ?? [], { name, isPerson })
  const [found, ...others] = called.filter(({ active }) => active)
  if (found !== undefined && others.length === 0) return { employee: reference(found), problems: [] }
  const why = whyNot({ label: connection.providerLabel, name, active: others.length > 0, called })
  if (!isPerson) return { problems: [held(why, name)] }
  return { employeeMeant: { name: plain(name), ids: called.map(({ id }) => id) }, problems: [leftOut(why)] }
}

function nameOfPerson(inputs: DraftInputs, source: string | undefined): string | undefined {
  const id = mappedValue(inputs, source)
  return id === undefined ? undefined : (inputs.names.get(id) ?? 'the person of the form')
}

/** A text says which one by the name that the ledger shows, also where another has the same first and last name. */
function calledSo(
  employees: readonly RemoteEmployee[],
  { name, isPerson }: { name: string; isPerson: boolean },
): RemoteEmployee[] {
  const wanted = plain(name)
  const shown = employees.filter((one) => plain(one.name ?? one.id) === wanted)
  if (!isPerson && shown.some(({ active }) => active)) return shown
  const byParts = employees.filter(({ fullName }) => fullName !== undefined && plain(fullName) === wanted)
  return [...new Set([...shown, ...byParts])]
}

/** As people read it: without regard to case and doubled blanks. */
function plain(name: string): string {
  return name.trim().replaceAll(/\s+/g, ' ').toLowerCase()
}

interface WhyNot {
  code: string
  sentence: string
  cure: string
}

function whyNot(of: { label: string; name: string; active: boolean; called: RemoteEmployee[] }): WhyNot {
  const { label, name, active, called } = of
  if (active) {
    const shown = called.flatMap((one) => (one.active ? [`“${one.name ?? one.id}”`] : []))
    return {
      code: 'employee-ambiguous',
      sentence: `${label} has several employees called "${name}": ${shown.slice(0, 5).join(', ')}`,
      cure: 'name the one who is meant as it stands there',
    }
  }
  if (called.length > 0)
    return {
      code: 'employee-inactive',
      sentence: `The employee "${name}" is inactive in ${label}`,
      cure: 'make the employee active there, or name another one',
    }
  return {
    code: 'employee-missing',
    sentence: `${label} has no employee called "${name}"`,
    cure: 'make the employee there, or name another one',
  }
}

function held({ code, sentence, cure }: WhyNot, employee: string): Problem {
  return heldProblem(code, `${sentence}: ${cure}.`, { cure: 'edit-form', params: { employee } })
}

function leftOut({ code, sentence, cure }: WhyNot): Problem {
  return {
    code,
    severity: 'warning',
    message: `${sentence}, so no employee goes with it: ${cure}, or leave it so.`,
  }
}

function reference({ id, name }: RemoteEmployee): RemoteReference {
  return { id, ...(name === undefined ? {} : { name }) }
}
