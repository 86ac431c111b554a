import { documentCapability, type RemoteReference, type TrackingTarget } from '@fieldledger/accounting'
import type { Problem } from '../graph/problem.ts'
import type { Mark } from './classes-by-name.ts'
import type { DraftInputs } from './draft-inputs.ts'
import { heldProblem } from './held-problem.ts'
import { trackingTargets } from './marks-by-target.ts'
import { namedValue } from './named-value.ts'

interface DraftedMarks {
  class?: RemoteReference
  tracking: RemoteReference[]
  problems: Problem[]
}

/** The marks that the form names, one out of each of the ledger's lists: never two of one. */
export function draftMarks(inputs: DraftInputs): DraftedMarks {
  const { connection, request } = inputs
  const { lacks = [] } = documentCapability(connection.capabilities, request.documentKind) ?? {}
  const offered = trackingTargets(connection.capabilities).filter(
    ({ target }) => target === 'class' || !lacks.includes(target),
  )
  const drafted = offered.map((one) => ({ ...one, ...markOf(inputs, one) }))
  const found = drafted.flatMap(({ target, found: mark }) => (mark === undefined ? [] : [{ target, mark }]))
  const twice = found.find(
    ({ mark: { list } }, at) => list !== undefined && found.findIndex(({ mark }) => mark.list === list) < at,
  )
  const problems = drafted.flatMap((one) => one.problems)
  if (twice !== undefined) {
    const { list } = twice.mark
    const names = found
      .filter(({ mark }) => mark.list === list)
      .map(({ mark }) => `“${mark.name ?? mark.id}”`)
    const message = `${names.join(' and ')} are of one list in ${connection.providerLabel}, of which a line takes one: choose another one.`
    problems.push(heldProblem('tracking-twice', message, { cure: 'edit-form' }))
  }
  const [ofClass] = found.filter(({ target }) => target === 'class')
  const others = found.filter(({ target }) => target !== 'class')
  return {
    ...(ofClass === undefined ? {} : { class: reference(ofClass.mark) }),
    tracking: others.map(({ mark }) => reference(mark)),
    problems,
  }
}

function markOf(
  inputs: DraftInputs,
  { target, label }: TrackingTarget,
): { found?: Mark; problems: Problem[] } {
  const name = namedValue(inputs, inputs.request.mapping[target])
  if (name === undefined) return { problems: [] }
  const known = target === 'class' ? inputs.classes : inputs.marks?.[target]
  const [found, ...others] = known?.get(name.toLowerCase()) ?? []
  if (found !== undefined && others.length > 0)
    return { problems: [ambiguous(inputs, { name, label, all: [found, ...others] })] }
  if (found !== undefined) return { found, problems: [] }
  const message = `${inputs.connection.providerLabel} has no ${label} "${name}": make it there, or choose another one.`
  return { problems: [heldProblem('class-missing', message, { cure: 'edit-form', params: { class: name } })] }
}

function ambiguous(
  { connection }: DraftInputs,
  { name, label, all }: { name: string; label: string; all: readonly RemoteReference[] },
): Problem {
  const names = [...new Set(all.map((each) => each.name ?? each.id))]
  const shown = names
    .slice(0, 5)
    .map((each) => `“${each}”`)
    .join(', ')
  const several = label.endsWith('s') ? `${label}es` : `${label}s`
  const message =
    names.length > 1
      ? `${connection.providerLabel} has several ${several} “${name}”: ${shown}. Write the whole name on the form.`
      : `${connection.providerLabel} has ${all.length} ${several} “${name}”. Give them different names there, then send again.`
  return heldProblem('class-ambiguous', message, { cure: 'edit-form', params: { class: name } })
}

function reference({ list: _list, ...mark }: Mark): RemoteReference {
  return mark
}
