import type { RemoteReference } from '@fieldledger/accounting'
import type { LineItem } from './wire.ts'

/** A tracking option is named by its category's id and its own: both make one reference. */
export function trackingReference(ids: { category: string; option: string }): string {
  return `${ids.category}:${ids.option}`
}

export function trackingOf({ id }: RemoteReference) {
  const [TrackingCategoryID = '', TrackingOptionID = ''] = id.split(':')
  return { TrackingCategoryID, TrackingOptionID }
}

export function trackingThere({ Tracking = [] }: LineItem): RemoteReference[] {
  return Tracking.flatMap(({ TrackingCategoryID: category, TrackingOptionID: option, Option }) =>
    category === undefined || option === undefined
      ? []
      : [{ id: trackingReference({ category, option }), ...(Option === undefined ? {} : { name: Option }) }],
  )
}
