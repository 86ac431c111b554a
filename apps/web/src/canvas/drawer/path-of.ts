import type { Destination } from '@fieldledger/steps/views'
import { connectPath } from '../palette/palette-entries.ts'

export function pathOf(destination: Destination, formId: string): string {
  switch (destination.to) {
    case 'fields':
      return `/forms/${formId}/fields`
    case 'details':
      return `/forms/${formId}/details`
    case 'connect':
      return connectPath(destination.provider)
    case 'mapping-rules':
      return `/connections/${destination.connectionId}?tab=rules`
    case 'submission':
      return `/submissions/${destination.id}`
  }
}
