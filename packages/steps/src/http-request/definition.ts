import { defineStep } from '@fieldledger/workflow'
import { Type } from 'typebox'
import { hostOf } from './host-of.ts'
import { requestProblems } from './request-problems.ts'

const closed = { additionalProperties: false }

/**
 * Texts hold placeholders: `{f_abc123}` a field, `{number}` and the like a fact of the form, and, in headers alone,
 * `{secret:name}`. Nothing in them is ever evaluated.
 */
export const HttpRequestConfig = Type.Object(
  {
    method: Type.Union([
      Type.Literal('GET'),
      Type.Literal('POST'),
      Type.Literal('PUT'),
      Type.Literal('PATCH'),
      Type.Literal('DELETE'),
    ]),
    url: Type.String({ maxLength: 2000 }),
    headers: Type.Array(
      Type.Object({ name: Type.String({ maxLength: 100 }), value: Type.String({ maxLength: 2000 }) }, closed),
      { maxItems: 20 },
    ),
    /** json: read as JSON first, filled afterwards, so that no value can change its shape. */
    format: Type.Union([Type.Literal('json'), Type.Literal('text')]),
    body: Type.String({ maxLength: 20_000 }),
  },
  closed,
)
export type HttpRequestConfig = Type.Static<typeof HttpRequestConfig>

export const httpRequest = defineStep({
  kind: 'http-request',
  title: 'HTTP request',
  description: 'Calls another system over the web, with values of the form.',
  group: 'Logic',
  icon: 'world-upload',
  trigger: false,
  executable: true,
  leavesTheProcess: true,
  perProvider: false,
  config: HttpRequestConfig,
  initial: (): HttpRequestConfig => ({
    method: 'POST',
    url: '',
    headers: [],
    format: 'json',
    body: '{\n  "number": "{number}",\n  "total": "{total}"\n}',
  }),
  outlets: () => [
    { id: 'next', label: 'Next' },
    { id: 'failed', label: 'Failed' },
  ],
  summary: ({ method, url }) => (url === '' ? 'Enter the address' : `${method} ${hostOf(url)}`),
  problems: (config, scope) => requestProblems(config, scope),
  migrations: [],
})
