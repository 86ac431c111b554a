import type { Lifetimes } from '../../../fake-service/grants.ts'

const week = 7 * 86_400

/** A refresh never prolongs the week: after it a person must consent anew. */
export const lifetimes: Lifetimes = { code: 600, access: 3600, refresh: week, hardExpiry: week }
