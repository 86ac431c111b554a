import type { NextFunction, Request, Response } from 'express'
import type { Books } from './books/books.ts'
import type { Company } from './books/company.ts'

const hosts = new WeakMap<Request, Company>()

/**
 * What is the first label of a host name there (`{account}.suitetalk.api.netsuite.com`) is the first segment of the
 * path here. It may be left out, as at `system.netsuite.com`: the token then says which company is meant.
 */
export function accountHost(books: Books) {
  return (request: Request, _response: Response, next: NextFunction): void => {
    const [, first = '', rest = ''] = /^\/([\w-]+)(\/.*)?$/.exec(request.url) ?? []
    const company = books.company(first)
    if (company) {
      hosts.set(request, company)
      request.url = rest === '' ? '/' : rest
    }
    next()
  }
}

export function companyOfHost(request: Request): Company | undefined {
  return hosts.get(request)
}

/** The address up to `/services`, as the caller used it. */
export function serviceOrigin(request: Request): string {
  const [path = ''] = request.originalUrl.split('/services/')
  return `${request.protocol}://${request.get('host')}${path}`
}
