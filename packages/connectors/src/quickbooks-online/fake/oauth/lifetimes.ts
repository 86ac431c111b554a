import type { Lifetimes } from '../../../fake-service/grants.ts'

export const lifetimes: Lifetimes = {
  code: 600,
  access: 3600,
  refresh: 8_726_400,
  hardExpiry: 5 * 365 * 86_400,
}
