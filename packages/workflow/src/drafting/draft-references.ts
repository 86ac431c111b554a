import type { RemoteReference } from '@fieldledger/accounting'
import type { Problem } from '../graph/problem.ts'
import type { DraftInputs } from './draft-inputs.ts'
import { heldProblem } from './held-problem.ts'
import { mappedValue } from './mapped-value.ts'

/** Class and project, when they are mapped and filled in: each line carries them. */
export function draftReferences(inputs: DraftInputs): {
  onLines: { class?: RemoteReference; project?: RemoteReference }
  problems: Problem[]
} {
  const ofClass = classOf(inputs)
  const ofProject = projectOf(inputs)
  return {
    onLines: {
      ...(ofClass.found === undefined ? {} : { class: ofClass.found }),
      ...(ofProject.found === undefined ? {} : { project: ofProject.found }),
    },
    problems: [...ofClass.problems, ...ofProject.problems],
  }
}

interface Found {
  found?: RemoteReference
  problems: Problem[]
}

function classOf(inputs: DraftInputs): Found {
  const value = mappedValue(inputs, inputs.request.mapping.class)
  if (value === undefined) return { problems: [] }
  const name = (inputs.names.get(value) ?? value).trim()
  const [found, ...others] = inputs.classes.get(name.toLowerCase()) ?? []
  if (found !== undefined && others.length > 0)
    return { problems: [ambiguous(inputs, { name, all: [found, ...others] })] }
  if (found !== undefined) return { found, problems: [] }
  const message = `${inputs.connection.providerLabel} has no class "${name}": make it there, or choose another one.`
  return { problems: [heldProblem('class-missing', message, { cure: 'edit-form', params: { class: name } })] }
}

function ambiguous(
  { connection }: DraftInputs,
  { name, all }: { name: string; all: readonly RemoteReference[] },
): Problem {
  const names = [...new Set(all.map((each) => each.name ?? each.id))]
  const shown = names
    .slice(0, 5)
    .map((each) => `“${each}”`)
    .join(', ')
  const message =
    names.length > 1
      ? `${connection.providerLabel} has several classes “${name}”: ${shown}. Write the whole name on the form.`
      : `${connection.providerLabel} has ${all.length} classes “${name}”. Give them different names there, then send again.`
  return heldProblem('class-ambiguous', message, { cure: 'edit-form', params: { class: name } })
}

function projectOf(inputs: DraftInputs): Found {
  const id = mappedValue(inputs, inputs.request.mapping.project)
  if (id === undefined) return { problems: [] }
  const job = inputs.links.projects.get(id)
  if (job?.active === true) return { found: job.remote, problems: [] }
  const name = inputs.names.get(id) ?? 'the project of the form'
  const label = inputs.connection.providerLabel
  const message =
    job === undefined
      ? `${label} has no customer or project called "${name}": make it there, or choose another one.`
      : `"${name}" is inactive in ${label}: make it active there, or choose another one.`
  const code = job === undefined ? 'project-missing' : 'project-inactive'
  return { problems: [heldProblem(code, message, { cure: 'edit-form', params: { project: name } })] }
}
