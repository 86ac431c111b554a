import type { AttentionGroup } from '@fieldledger/contract'
import { messages } from './messages.ts'

/** Nothing is in doubt there: what to do about it stands on the form's own page. */
export const onTheForm: readonly string[] = ['document-removed', 'document-differs', 'paused-holds-others']

/** Each document asks a person which of two stands: trying it again would come to the same. */
export function asksEach({ code, cure }: Pick<AttentionGroup, 'code' | 'cure'>): boolean {
  return onTheForm.includes(code) || choices.includes(cure ?? '')
}

/** What each document asks; undefined = nothing but to be tried again. */
export function askedByEach(group: Pick<AttentionGroup, 'code' | 'cure'>): string | undefined {
  if (!asksEach(group)) return undefined
  if (group.code === 'paused-holds-others') return messages.eachResumes
  if (group.code === 'document-differs') return messages.eachCorrected
  return group.code === 'document-removed' || group.cure === 'send-as-new'
    ? messages.eachSentAgain
    : messages.eachChooses
}

const choices: readonly string[] = ['choose-version', 'send-as-new', 'link-document']
