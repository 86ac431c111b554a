import { documentMessages } from './document-messages.ts'
import { inWords, listed, type Message, type TimelineTone, withNote } from './message.ts'
import type { TimelineCode, TimelineParams } from './timeline-entry.ts'

export type { TimelineTone }

/** English first. `provider`, `number`, `document` … are named by whoever stamps; see runtime. */
const messages: Record<TimelineCode, Message> = {
  submitted: { tone: 'neutral', text: ({ number }) => `Submitted as ${number ?? 'a form'}` },
  revised: {
    tone: 'neutral',
    text: ({ revision }) => `Revised: this is revision ${revision}`,
    details: ({ changes }) => listed(changes),
  },
  cancelled: { tone: 'bad', text: () => 'Cancelled', details: ({ reason }) => withNote(reason) },
  commented: { tone: 'neutral', text: ({ text }) => `“${text}”` },
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
    text: ({ step, before, state }) =>
      state === 'paused'
        ? `"${step}" runs one at a time: it waits for ${before}, which is paused: resume or stop its run`
        : `"${step}" runs one at a time: it waits for ${before}`,
  },
  notified: { tone: 'neutral', text: ({ who }) => `Told ${who}` },
  'vendor-proposed': { tone: 'warning', text: ({ name }) => `New vendor proposed: ${name}` },
  'vendor-settled': { tone: 'neutral', text: ({ name, outcome }) => `Vendor "${name}" ${outcome}` },
  'made-from': { tone: 'neutral', text: ({ form, number }) => `Made from ${form} ${number}` },
  split: { tone: 'neutral', text: ({ parts }) => `Split into ${inWords(listed(parts))}` },
  'split-from': {
    tone: 'neutral',
    text: ({ form, number }) => `Split off ${form} ${number}, and approved with it`,
  },
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
  ...documentMessages,
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
