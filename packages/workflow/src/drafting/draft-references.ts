import type { RemoteReference } from '@fieldledger/accounting'
import type { Problem } from '../graph/problem.ts'
import type { DraftInputs } from './draft-inputs.ts'
import { draftMarks } from './draft-marks.ts'
import { heldProblem } from './held-problem.ts'
import { mappedValue } from './mapped-value.ts'

/** Marks and project, when they are mapped and filled in: each line carries them. */
export function draftReferences(inputs: DraftInputs): {
  onLines: { class?: RemoteReference; tracking?: RemoteReference[]; project?: RemoteReference }
  problems: Problem[]
} {
  const { class: mark, tracking, problems } = draftMarks(inputs)
  const ofProject = projectOf(inputs)
  return {
    onLines: {
      ...(mark === undefined ? {} : { class: mark }),
      ...(tracking.length === 0 ? {} : { tracking }),
      ...(ofProject.found === undefined ? {} : { project: ofProject.found }),
    },
    problems: [...problems, ...ofProject.problems],
  }
}

interface Found {
  found?: RemoteReference
  problems: Problem[]
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
