import { companyScope } from '@fieldledger/workflow'
import { BatchRefused } from '../errors/runtime-errors.ts'
import type { CureBatch } from '../ports/trigger-store.ts'
import { type AttentionCause, needsAttention } from '../reads/needs-attention.ts'
import type { PersonalUseCase } from '../use-case.ts'
import { openCureBatch } from './open-cure-batch.ts'

export interface StartCure extends PersonalUseCase {
  /** Made by whoever starts it: the same id again starts nothing more. */
  id: string
  /** The key of the cause. */
  cause: string
}

/** What one cause holds is tried again, by the workers: a batch, whose progress can be left and found again. */
export async function startCure(input: StartCure): Promise<CureBatch> {
  const { runtime, companyId, id } = input
  const scope = companyScope(companyId)
  const earlier = await runtime.ports.stores.of(scope).batches.get(id)
  if (earlier?.origin === 'cure') return earlier
  const cause = (await needsAttention(input)).find(({ key }) => key === input.cause)
  if (cause === undefined)
    throw new BatchRefused('This cause holds nothing any more: load the page again to see what is left.')
  if (cause.code === 'paused-holds-others')
    throw new BatchRefused('Nothing is tried again here: open each form, then resume its run or stop it.')
  if (isChoice(cause))
    throw new BatchRefused('Only a person can choose here: open each form and say which version stands.')
  return openCureBatch(input, {
    id,
    cause: { key: cause.key, sentence: cause.cause },
    submissionIds: cause.entries.map(({ submissionId }) => submissionId),
  })
}

/** Which of two stands there is no waiting for something that may pass by itself. */
function isChoice({ cure, code }: Pick<AttentionCause, 'cure' | 'code'>): boolean {
  return choices.includes(cure ?? '') || code === 'document-differs'
}

const choices: readonly string[] = ['choose-version', 'send-as-new', 'link-document']
