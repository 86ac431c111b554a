/** What `onRecord` tells of: read often, changed seldom. */
export const watchedCollections = [
  'users',
  'sessions',
  'companies',
  'memberships',
  'apiKeys',
  'forms',
  'workflows',
  'connections',
  'vendors',
  'materials',
  'customers',
  'projects',
  'costCodes',
  'accounts',
] as const
export type WatchedCollection = (typeof watchedCollections)[number]
