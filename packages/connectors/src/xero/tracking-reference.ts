import type { RemoteReference } from '@fieldledger/accounting'

/** A tracking option is named by its category's id and its own: both make one reference. */
export function trackingReference(ids: { category: string; option: string }): string {
  return `${ids.category}:${ids.option}`
}

export function trackingOf({ id }: RemoteReference) {
  const [TrackingCategoryID = '', TrackingOptionID = ''] = id.split(':')
  return { TrackingCategoryID, TrackingOptionID }
}
