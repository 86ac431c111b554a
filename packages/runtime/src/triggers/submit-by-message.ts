import type { Field, FieldValue, FormContent } from '@fieldledger/forms'
import { type CompanyScope, constantValue, type MessageStart } from '@fieldledger/workflow'
import { SubmissionRefused } from '../errors/runtime-errors.ts'
import type { InboxMessage } from '../ports/inbox-store.ts'
import type { Runtime } from '../ports/runtime.ts'
import type { PublishedStart } from '../ports/versions.ts'
import { submitForm } from '../submit/submit-form.ts'
import { loadForm } from '../values/form-versions.ts'
import { readMessage } from './read-message.ts'

export type Submitted = { submissionId: string; given: Record<string, string> } | { refused: string }

interface Submitting {
  scope: CompanyScope
  message: InboxMessage
  published: PublishedStart
  start: MessageStart
}

/**
 * The values of a message as a new form, checked like any submission. It has the message's id, so that whoever repeats it
 * submits nothing more; whoever published the workflow is who submits.
 */
export async function submitByMessage(runtime: Runtime, submitting: Submitting): Promise<Submitted> {
  const { scope, message, published, start } = submitting
  const { formId, workflowId } = published
  const read = readMessage(message.body, start)
  if ('refused' in read) return read
  const formVersion = await runtime.ports.versions.newestForm({ scope, formId })
  const workflow = await runtime.ports.versions.workflow({ scope, workflowId, version: published.version })
  if (formVersion === undefined || workflow === undefined)
    return { refused: 'The form is not published: publish it, then send the message again.' }
  const { content } = await loadForm({ runtime, scope, formId, version: formVersion })
  const filled = await fillIn(runtime, { ...submitting, content, given: read.given })
  if ('refused' in filled) return filled
  const { publishedBy: id } = workflow
  const name = (await runtime.ports.people.names({ scope, ids: [id] })).get(id) ?? 'Another system'
  try {
    const { submission } = await submitForm({
      runtime,
      companyId: scope.companyId,
      person: { id, name, role: 'admin' },
      formId,
      request: { id: message.id, formVersion, values: filled.values },
    })
    return { submissionId: submission.id, given: read.given }
  } catch (error) {
    if (!(error instanceof SubmissionRefused)) throw error
    return { refused: error.errors.map(({ message: why }) => why).join('\n') }
  }
}

async function fillIn(
  runtime: Runtime,
  from: Submitting & { content: FormContent; given: Readonly<Record<string, string>> },
): Promise<{ values: Record<string, FieldValue> } | { refused: string }> {
  const { scope, content, start, given } = from
  const { currency } = await runtime.ports.people.company({ scope })
  const values: Record<string, FieldValue> = {}
  const refused: string[] = []
  for (const { field: id, value: name } of start.submits ?? []) {
    const field = content.fields.find((one) => one.id === id)
    const text = Object.hasOwn(given, name) ? given[name] : undefined
    if (field === undefined || text === undefined || text === '') continue
    const value = await fittingValue(runtime, { scope, field, text, currency })
    if (value === undefined) refused.push(`"${field.label}" cannot hold "${text}": send ${expected(field)}.`)
    else values[id] = value
  }
  return refused.length > 0 ? { refused: refused.join('\n') } : { values }
}

async function fittingValue(
  runtime: Runtime,
  from: { scope: CompanyScope; field: Field; text: string; currency: string },
): Promise<FieldValue | undefined> {
  const { scope, field, text } = from
  if (field.kind !== 'choose') return constantValue(field, from)
  if (field.source.from === 'catalogue') {
    const { catalogue: list } = field.source
    const id = (await runtime.ports.lookups.catalogue.idsOf({ scope, list, names: [text] })).get(text)
    return id === undefined ? undefined : [id]
  }
  const option = field.source.options.find(({ id, label }) => id === text || label === text)
  return option === undefined ? undefined : [option.id]
}

function expected(field: Field): string {
  switch (field.kind) {
    case 'number':
    case 'money':
      return 'a number such as 12.50'
    case 'date':
      return 'a date such as 2026-03-31'
    case 'yes-no':
      return 'yes or no'
    case 'choose':
      return field.source.from === 'options'
        ? 'one of its choices'
        : 'the name of one record of the catalogue'
    default:
      return 'a shorter text'
  }
}
