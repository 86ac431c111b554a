import type { BatchItemView } from '@fieldledger/contract'
import type { StatusTone } from '@fieldledger/ui'

export const outcomeTones: Record<BatchItemView['outcome'], StatusTone> = {
  sent: 'good',
  done: 'good',
  failed: 'bad',
  skipped: 'grey',
  waiting: 'waiting',
  underWay: 'moving',
}
