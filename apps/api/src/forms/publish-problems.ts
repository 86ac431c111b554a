import type { FormContent } from '@fieldledger/forms'
import { compileFormSchema } from '@fieldledger/forms'

interface PublishProblem {
  path: string
  fieldId?: string
  code: string
  message: string
}

/** What stands in the way of publishing a form. */
export function publishProblems(content: FormContent): PublishProblem[] {
  const ids = content.fields.map(({ id }) => id)
  const filled = content.fields.filter(({ kind }) => kind !== 'section')
  const problems: PublishProblem[] = content.fields.flatMap(({ id, label, showWhen }, position) => [
    ...(ids.indexOf(id) === position
      ? []
      : [problem(id, { code: 'field-twice', message: `"${label}" stands twice: delete one of them.` })]),
    ...(showWhen === undefined || ids.includes(showWhen.field)
      ? []
      : [
          problem(id, {
            code: 'show-when-lost',
            message: `"${label}" is shown by a field that is gone: choose another condition.`,
          }),
        ]),
  ])
  if (filled.length === 0)
    problems.push({ path: 'fields', code: 'no-fields', message: 'There is nothing to fill in: add a field.' })
  if (problems.length === 0) compileFormSchema(content)
  return problems
}

function problem(fieldId: string, what: { code: string; message: string }): PublishProblem {
  return { path: fieldId, fieldId, ...what }
}
