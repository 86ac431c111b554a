import type { Problem, ProblemScope } from '@fieldledger/workflow'
import { problemAt } from '../problem-at.ts'
import { bodyProblems } from './body-problems.ts'
import type { HttpRequestConfig } from './definition.ts'
import { headerProblems } from './header-problems.ts'
import { originPart } from './host-of.ts'
import { unknownNames } from './placeholder-problems.ts'
import { namesIn, placeholdersOf, secretIn } from './placeholders.ts'

/** Everything wrong with a request before it is ever made. */
export function requestProblems(config: HttpRequestConfig, scope: ProblemScope): Problem[] {
  const known = placeholdersOf(scope.form, scope.given)
  return [
    ...urlProblems(config.url),
    ...(urlTextProblem(config.url) ?? unknownNames(config.url, { known, place: 'url' })),
    ...headerProblems(config, { known, secrets: scope.secrets }),
    ...bodyProblems(config, known),
  ]
}

function urlTextProblem(url: string): Problem[] | undefined {
  return namesIn(url).some((name) => secretIn(name) !== undefined)
    ? [
        problemAt('url', {
          code: 'secret-in-url',
          message: 'Addresses are written into logs: put the secret into a header.',
        }),
      ]
    : undefined
}

const loopback = /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/i

function urlProblems(url: string): Problem[] {
  const origin = originPart(url)
  if (url.trim() === '')
    return [problemAt('url', { code: 'no-url', message: 'Enter the address that is called.' })]
  if (/[{}]/.test(origin))
    return [
      problemAt('url', {
        code: 'placeholder-in-host',
        message: 'The host is the same for every form: put values into the path or the body.',
      }),
    ]
  if (loopback.test(origin))
    return [
      {
        ...problemAt('url', {
          code: 'this-machine',
          message:
            'Only a practice company may call this machine, at the address that the server allows: enter an https address before going live.',
        }),
        severity: 'warning',
      },
    ]
  if (!URL.canParse(origin) || !origin.toLowerCase().startsWith('https://'))
    return [problemAt('url', { code: 'not-https', message: 'Enter an address that begins with https://.' })]
  const { username, password } = new URL(origin)
  if (username !== '' || password !== '')
    return [
      problemAt('url', {
        code: 'sign-in-in-url',
        message: 'Take the sign-in out of the address and put a secret into a header.',
      }),
    ]
  return []
}
