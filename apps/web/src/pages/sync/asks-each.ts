import type { AttentionGroup } from '@fieldledger/contract'

/** Nothing is in doubt there: what to do about it stands on the form's own page. */
export const onTheForm: readonly string[] = ['document-removed', 'document-differs', 'paused-holds-others']

/** Each document asks a person which of two stands: trying it again would come to the same. */
export function asksEach({ code, cure }: Pick<AttentionGroup, 'code' | 'cure'>): boolean {
  return onTheForm.includes(code) || choices.includes(cure ?? '')
}

const choices: readonly string[] = ['choose-version', 'send-as-new', 'link-document']
