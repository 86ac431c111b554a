import { SecretUnreadable } from '@fieldledger/connections'
import { BrokenExchange, DestinationRefused, EgressError } from '@fieldledger/egress'
import type { StepAnswer } from '@fieldledger/workflow'
import { SecretNotForThere, SecretNotThere } from './secret-refusals.ts'

type Failed = Extract<StepAnswer, { state: 'failed' }>

export const notAnAddress: Failed = {
  state: 'failed',
  code: 'not-an-address',
  message: 'With this form’s values the address is none: correct the step or the form, then try again.',
  retryable: false,
}

/** Why there is no answer, in words for whoever drew the workflow; anything else is no failure of the request. */
export function failedAnswer(error: unknown): Failed {
  if (error instanceof DestinationRefused)
    return failed(
      error,
      `Fieldledger does not call ${error.destination}: ${error.reason}. Enter another address.`,
    )
  if (error instanceof BrokenExchange && error.reason === 'too-long')
    return {
      ...failed(error, 'The answer was longer than 1 MB and was cut off: call an address that says less.'),
      retryable: false,
    }
  if (error instanceof BrokenExchange)
    return failed(
      error,
      'There was no whole answer within 15 seconds: whether it was received is not known. Try again.',
    )
  if (error instanceof EgressError || error instanceof SecretNotThere || error instanceof SecretNotForThere)
    return failed(error, error.message)
  if (error instanceof SecretUnreadable)
    return failed(error, 'The stored secret cannot be read: save it anew under Company, then try again.')
  throw error
}

function failed({ code, retryable }: Pick<Failed, 'code' | 'retryable'>, message: string): Failed {
  return { state: 'failed', code, message, retryable }
}
