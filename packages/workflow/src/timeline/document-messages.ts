import { listed, type Message, withNote } from './message.ts'
import { notSentText } from './not-sent-text.ts'
import type { TimelineCode, TimelineParams } from './timeline-entry.ts'

const practice = ({ environment }: TimelineParams) => (environment === 'practice' ? ' (Practice)' : '')

function recordText(kind: 'Item' | 'Vendor', { name, provider, matched }: TimelineParams): string {
  return matched === true
    ? `${kind} "${name}" was in ${provider} already and is linked with it`
    : `${kind} "${name}" created in ${provider} and linked`
}

function markText(params: TimelineParams): string {
  const { as, already, provider } = params
  const where = `in ${provider}${practice(params)}`
  if (as === 'billed')
    return already === true
      ? `Fully billed: the order was BILLED ${where} already`
      : `Fully billed: the order is BILLED ${where}`
  return already === true
    ? `No longer fully billed: the order was open ${where} already`
    : `No longer fully billed: the order is open again ${where}`
}

/** What became of documents in ledgers. */
export const documentMessages = {
  sending: { tone: 'progress', text: (params) => `Sending to ${params.provider}${practice(params)}` },
  'document-created': {
    tone: 'good',
    text: (params) =>
      `Synced to ${params.provider}${practice(params)} as ${params.document} #${params.number}, verified`,
  },
  'sent-with-warning': { tone: 'warning', text: ({ message }) => String(message) },
  'document-updated': {
    tone: 'good',
    text: (params) =>
      `${params.document} #${params.number} updated in ${params.provider}${practice(params)} (revision ${params.revision}), verified`,
  },
  'document-awaits-approval': {
    tone: 'warning',
    text: (params) =>
      `${params.document} #${params.number} waits for approval in ${params.provider}${practice(params)}`,
  },
  'document-cancelled': {
    tone: 'neutral',
    text: (params) =>
      `${params.document} #${params.number} ${params.how ?? 'closed'} in ${params.provider}${practice(params)}`,
  },
  'order-marked': { tone: 'neutral', text: markText },
  'order-not-marked': {
    tone: 'neutral',
    text: (params) =>
      params.why === 'removed'
        ? `Fully billed: the order was removed in ${params.provider}, so it is not set to BILLED there`
        : `Fully billed: the order was never sent to ${params.provider}, so it is not set to BILLED there`,
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
  'document-state': {
    tone: 'neutral',
    text: (params) => `${params.document} #${params.number} in ${params.provider}: ${params.state}`,
  },
  'document-changed': {
    tone: 'warning',
    text: (params) =>
      `${params.document} #${params.number} was changed in ${params.provider}; what is sent next asks first`,
    details: ({ differences }) => listed(differences),
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
  'undo-asked': {
    tone: 'neutral',
    text: ({ provider, number }: TimelineParams) => `Taken back: #${number} is removed from ${provider}`,
    details: ({ reason }: TimelineParams) => withNote(reason),
  },
  'not-a-duplicate': {
    tone: 'neutral',
    text: ({ number }) => `Not a duplicate of ${number}`,
    details: ({ reason }) => withNote(reason),
  },
} satisfies Partial<Record<TimelineCode, Message>>
