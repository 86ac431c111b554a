import type { JsonObject } from '../../../fake-service/json.ts'
import { refuse } from '../refusals.ts'

/** How a vendor or an employee can be reached. */
export function checkContact({ email, phone, mobilePhone, fax }: JsonObject): void {
  if (typeof email === 'string' && !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(email))
    throw refuse.value({ value: email, field: 'email', path: 'email' })
  for (const number of [phone, mobilePhone, fax])
    if (typeof number === 'string' && number.replaceAll(/\D/g, '').length < 7)
      throw refuse.rule('Phone number should have seven digits or more.')
}
