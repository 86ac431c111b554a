import { chosenCompany } from './chosen-company.ts'

/** Every request names the company; changes carry the header that other sites cannot set. */
export function apiHeaders(method: string): Record<string, string> {
  const company = chosenCompany()
  return {
    accept: 'application/json',
    ...(company === undefined ? {} : { 'x-company-id': company }),
    ...(method === 'GET' ? {} : { 'x-fieldledger-csrf': '1' }),
  }
}
