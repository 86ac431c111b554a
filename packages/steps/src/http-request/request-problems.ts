import type { Problem, ProblemScope } from '@fieldledger/workflow'
import { bodyProblems } from './body-problems.ts'
import type { HttpRequestConfig } from './definition.ts'
import { headerProblems } from './header-problems.ts'
import { originPart } from './host-of.ts'
import { problem, unknownNames } from './placeholder-problems.ts'
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
    ? [problem('secret-in-url', 'Addresses are written into logs: put the secret into a header.', 'url')]
    : undefined
}

const loopback = /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/i

function urlProblems(url: string): Problem[] {
  const origin = originPart(url)
  if (url.trim() === '') return [problem('no-url', 'Enter the address that is called.', 'url')]
  if (/[{}]/.test(origin))
    return [
      problem(
        'placeholder-in-host',
        'The host is the same for every form: put values into the path or the body.',
        'url',
      ),
    ]
  if (loopback.test(origin))
    return [
      {
        ...problem(
          'this-machine',
          'Only a practice company may call this machine, at the address that the server allows: enter an https address before going live.',
          'url',
        ),
        severity: 'warning',
      },
    ]
  if (!URL.canParse(origin) || !origin.toLowerCase().startsWith('https://'))
    return [problem('not-https', 'Enter an address that begins with https://.', 'url')]
  const { username, password } = new URL(origin)
  if (username !== '' || password !== '')
    return [
      problem('sign-in-in-url', 'Take the sign-in out of the address and put a secret into a header.', 'url'),
    ]
  return []
}
