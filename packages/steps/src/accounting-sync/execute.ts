import type { DocumentStatus } from '@fieldledger/forms'
import type { DocumentOutput, StepExecutor, StepOutcome } from '@fieldledger/workflow'
import { connectionOf } from './connection-of.ts'
import type { accountingSync } from './definition.ts'
import { requestOf } from './request-of.ts'

/** Whatever started the workflow: a batch may choose forms of any status. */
const neverSent: readonly DocumentStatus[] = ['draft', 'rejected', 'cancelled']

export const execute: StepExecutor<typeof accountingSync> = async (config, context): Promise<StepOutcome> => {
  const connection = connectionOf(config, context.connections)
  if (connection === undefined)
    return {
      next: 'fail',
      error: {
        code: 'no-connection',
        message: `There is no active connection to ${config.providerLabel}: connect it under Connections, then try again.`,
        retryable: false,
      },
    }
  const { status } = context.submission
  if (neverSent.includes(status))
    return {
      next: 'fail',
      error: {
        code: 'status-forbids',
        message: `A form that is ${status} is not sent to ${connection.providerLabel}: look at its timeline to see why.`,
        retryable: false,
      },
    }
  const request = requestOf(config, connection)
  const delivery = await context.delivery(request)
  switch (delivery.state) {
    case 'none':
      return { next: 'wait', changes: [{ change: 'send-document', request }] }
    case 'under-way':
      return { next: 'wait' }
    case 'arrived':
      return {
        next: 'leave',
        outlet: 'synced',
        output: {
          number: delivery.number,
          ...(delivery.url === undefined ? {} : { url: delivery.url }),
          sent: delivery.changed,
        } satisfies DocumentOutput,
        ...(delivery.changed
          ? {}
          : {
              stamps: [
                {
                  code: 'document-unchanged',
                  params: { provider: connection.providerLabel, number: delivery.number },
                },
              ],
            }),
      }
    case 'refused':
      return {
        next: 'fail',
        error: { code: delivery.code, message: delivery.message, retryable: delivery.retryable },
      }
    case 'stopped':
      return {
        next: 'fail',
        error: {
          code: 'send-stopped',
          message: `Sending to ${connection.providerLabel} was stopped by a person: send the form by hand when it is wanted there.`,
          retryable: false,
        },
      }
  }
}
