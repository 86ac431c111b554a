import { notSentText } from './not-sent-text.ts'
import type { TimelineCode, TimelineParams } from './timeline-entry.ts'

export type TimelineTone = 'neutral' | 'progress' | 'good' | 'warning' | 'bad'

interface Message {
  tone: TimelineTone
  text: (params: TimelineParams) => string
  /** Further lines, each a sentence. */
  details?: (params: TimelineParams) => string[]
}

const withNote = (note: unknown) => (typeof note === 'string' && note !== '' ? [`“${note}”`] : [])
const practice = ({ environment }: TimelineParams) => (environment === 'practice' ? ' (Practice)' : '')
const listed = (value: unknown) => (typeof value === 'string' && value !== '' ? value.split('\n') : [])

function recordText(kind: 'Item' | 'Vendor', { name, provider, matched }: TimelineParams): string {
  return matched === true
    ? `${kind} "${name}" was in ${provider} already and is linked with it`
    : `${kind} "${name}" created in ${provider} and linked`
}

/** English first. `provider`, `number`, `document` … are named by whoever stamps; see runtime. */
const messages: Record<TimelineCode, Message> = {
  submitted: { tone: 'neutral', text: ({ number }) => `Submitted as ${number ?? 'a form'}` },
  revised: {
    tone: 'neutral',
    text: ({ revision }) => `Revised: this is revision ${revision}`,
    details: ({ changes }) => listed(changes),
  },
  cancelled: { tone: 'bad', text: () => 'Cancelled', details: ({ reason }) => withNote(reason) },
  'status-changed': {
    tone: 'neutral',
    text: ({ to }) => `Document status is now ${String(to).replaceAll('-', ' ')}`,
  },
  'label-set': { tone: 'neutral', text: ({ label }) => `Label set to ${label}` },
  'approval-asked': { tone: 'progress', text: ({ who }) => `Waiting for approval by ${who}` },
  'approval-reminded': { tone: 'neutral', text: ({ who }) => `Reminded ${who} of the approval` },
  'approval-escalated': {
    tone: 'warning',
    text: ({ who }) => `Not decided in time: ${who} may approve too`,
  },
  'approval-given': {
    tone: 'neutral',
    text: ({ by, given, wanted }) => `${by} approved (${given} of ${wanted})`,
    details: ({ note }) => withNote(note),
  },
  'task-handed-over': {
    tone: 'neutral',
    text: ({ by, to }) => `${by} handed the task over to ${to}`,
    details: ({ note }) => withNote(note),
  },
  approved: { tone: 'good', text: ({ by }) => `Approved by ${by}`, details: ({ note }) => withNote(note) },
  rejected: { tone: 'bad', text: ({ by }) => `Rejected by ${by}`, details: ({ note }) => withNote(note) },
  'sent-back': {
    tone: 'warning',
    text: ({ who }) => `Sent back to ${who} for changes`,
    details: ({ instruction }) => withNote(instruction),
  },
  returned: { tone: 'neutral', text: ({ by }) => `Changed and returned by ${by}` },
  'condition-taken': { tone: 'neutral', text: ({ asked, answer }) => `${asked}: ${answer}` },
  waiting: { tone: 'progress', text: ({ until }) => `Waiting until ${until}` },
  'turn-awaited': {
    tone: 'progress',
    text: ({ step, before }) => `"${step}" runs one at a time: it waits for ${before}`,
  },
  notified: { tone: 'neutral', text: ({ who }) => `Told ${who}` },
  'vendor-proposed': { tone: 'warning', text: ({ name }) => `New vendor proposed: ${name}` },
  'vendor-settled': { tone: 'neutral', text: ({ name, outcome }) => `Vendor "${name}" ${outcome}` },
  'made-from': { tone: 'neutral', text: ({ form, number }) => `Made from ${form} ${number}` },
  'form-made': { tone: 'neutral', text: ({ form, number }) => `${form} ${number} was made from it` },
  'draft-made': { tone: 'neutral', text: ({ form }) => `A draft of ${form} was made from it` },
  'form-made-before': {
    tone: 'neutral',
    text: ({ form, number }) => `${form} ${number} was made from it before: no second one is made`,
  },
  'nothing-remains': {
    tone: 'neutral',
    text: ({ form }) => `Nothing remains for another ${form}: none was made`,
  },
  'linked-form-changed': {
    tone: 'warning',
    text: ({ form, number, how }) => `${form} ${number}, made from it, was ${how}`,
  },
  'document-made': { tone: 'neutral', text: ({ name }) => `Kept as ${name}` },
  assigned: { tone: 'neutral', text: ({ who }) => `Responsible from here on: ${who}` },
  'field-set': {
    tone: 'neutral',
    text: ({ field, from, to }) =>
      from === '' ? `"${field}" set to ${to}` : `"${field}" changed from ${from} to ${to}`,
  },
  'request-answered': {
    tone: 'neutral',
    text: ({ where, status }) => `${where} was called and answered ${status}`,
  },
  'request-failed': {
    tone: 'warning',
    text: ({ where }) => `${where} was called in vain`,
    details: ({ message }) => listed(message),
  },
  sending: { tone: 'progress', text: (params) => `Sending to ${params.provider}${practice(params)}` },
  'document-created': {
    tone: 'good',
    text: (params) =>
      `Synced to ${params.provider}${practice(params)} as ${params.document} #${params.number}, verified`,
  },
  'document-updated': {
    tone: 'good',
    text: (params) =>
      `${params.document} #${params.number} updated in ${params.provider}${practice(params)} (revision ${params.revision}), verified`,
  },
  'document-cancelled': {
    tone: 'neutral',
    text: (params) =>
      `${params.document} #${params.number} ${params.how ?? 'closed'} in ${params.provider}${practice(params)}`,
  },
  'document-unchanged': {
    tone: 'neutral',
    text: (params) => `Nothing to send: ${params.provider} already has #${params.number} with these values`,
  },
  'document-differs': {
    tone: 'warning',
    text: (params) =>
      `${params.provider}${practice(params)} holds #${params.number} otherwise than it was sent`,
    details: ({ differences }) => listed(differences),
  },
  'document-removed': {
    tone: 'warning',
    text: (params) => `${params.document} #${params.number} was removed in ${params.provider}`,
  },
  'document-edited': {
    tone: 'warning',
    text: (params) => `Somebody changed ${params.document} #${params.number} in ${params.provider}`,
    details: ({ differences }) => listed(differences),
  },
  'sent-as-new': {
    tone: 'neutral',
    text: (params) => `Sent again as a new one, as #${params.number} was removed in ${params.provider}`,
  },
  'ours-chosen': {
    tone: 'neutral',
    text: (params) => `Our values are sent over what was changed in ${params.provider}`,
  },
  'theirs-kept': {
    tone: 'neutral',
    text: (params) => `What was changed in ${params.provider} is kept; our changes are not sent`,
  },
  'checked-again': {
    tone: 'neutral',
    text: (params) => `Nothing new to send: #${params.number} is read in ${params.provider} once more`,
  },
  'item-created': {
    tone: 'neutral',
    text: (params) => recordText('Item', params),
  },
  'vendor-created': {
    tone: 'neutral',
    text: (params) => recordText('Vendor', params),
  },
  'lines-as-expense': {
    tone: 'neutral',
    text: (params) =>
      `${params.count} ${params.count === 1 ? 'line goes' : 'lines go'} to ${params.provider} as ${params.count === 1 ? 'a category line' : 'category lines'}`,
    details: ({ lines }) => listed(lines),
  },
  'outcome-unknown': {
    tone: 'warning',
    text: (params) => `We do not know yet whether it arrived in ${params.provider}; checking`,
  },
  'outcome-resolved': {
    tone: 'neutral',
    text: (params) => `${params.outcome ?? 'Checked'} in ${params.provider}`,
  },
  'document-held': {
    tone: 'warning',
    text: (params) => `Held before sending to ${params.provider}`,
    details: ({ problems }) => listed(problems),
  },
  'document-rejected': {
    tone: 'bad',
    text: (params) => `${params.provider} refused it`,
    details: ({ message }) => listed(message),
  },
  'send-stopped': {
    tone: 'bad',
    text: (params) => `Sending to ${params.provider} was stopped`,
    details: ({ reason }) => withNote(reason),
  },
  'not-sent': { tone: 'neutral', text: notSentText },
  'needs-attention': { tone: 'warning', text: ({ message }) => `Needs attention: ${message}` },
  'retry-later': {
    tone: 'warning',
    text: ({ step, wait }) => `"${step}" failed and is tried again in ${wait}`,
    details: ({ message }) => listed(message),
  },
  retried: { tone: 'neutral', text: () => 'Tried again' },
  replayed: {
    tone: 'neutral',
    text: ({ step, version }) => `Replayed from "${step}" on version ${version} of the workflow`,
  },
  'version-moved': {
    tone: 'neutral',
    text: ({ version }) => `Goes on by version ${version} of the workflow`,
  },
  'run-paused': { tone: 'warning', text: () => 'The workflow was paused' },
  'run-resumed': { tone: 'neutral', text: () => 'The workflow goes on' },
  'run-stopped': {
    tone: 'bad',
    text: () => 'The workflow was stopped',
    details: ({ reason }) => withNote(reason),
  },
  'batch-started': {
    tone: 'neutral',
    text: ({ origin }) =>
      origin === 'clock' ? 'A scheduled workflow started with it' : 'A workflow was started with it by hand',
  },
  'message-started': { tone: 'neutral', text: () => 'Another system started a workflow with it' },
  'message-submitted': { tone: 'neutral', text: () => 'It came as a message of another system' },
  'event-started': {
    tone: 'neutral',
    text: ({ workflow }) => `This started the workflow "${workflow}"`,
  },
  'event-refused': { tone: 'bad', text: ({ message }) => String(message) },
  'not-a-duplicate': {
    tone: 'neutral',
    text: ({ number }) => `Not a duplicate of ${number}`,
    details: ({ reason }) => withNote(reason),
  },
  finished: { tone: 'good', text: () => 'The workflow is finished' },
}

export interface RenderedTimelineEntry {
  text: string
  tone: TimelineTone
  details: string[]
}

/** A stamp as people read it. */
export function renderTimelineEntry(entry: {
  code: TimelineCode
  params: TimelineParams
}): RenderedTimelineEntry {
  const message = messages[entry.code]
  return {
    text: message.text(entry.params),
    tone: message.tone,
    details: message.details?.(entry.params) ?? [],
  }
}

export function isTimelineCode(code: string): code is TimelineCode {
  return Object.hasOwn(messages, code)
}
