import { pageOf } from '@fieldledger/contract'
import { stepDefinitions } from '@fieldledger/steps'
import { Type } from 'typebox'
import { defineRoute } from '../router/define-route.ts'
import type { Route } from '../router/route.ts'

const StepKindView = Type.Object({
  kind: Type.String(),
  title: Type.String(),
  description: Type.String(),
  group: Type.String(),
  trigger: Type.Boolean(),
  executable: Type.Boolean(),
  perProvider: Type.Boolean(),
  config: Type.Unknown(),
})

export function stepKindRoutes(): Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/step-kinds',
      policy: 'workflow.read',
      summary: 'Lists the kinds of steps with the schemas of their configuration',
      answer: pageOf(StepKindView),
      handler: () => ({
        rows: Object.values(stepDefinitions).map(
          ({ kind, title, description, group, trigger, executable, perProvider, config }) => ({
            kind,
            title,
            description,
            group,
            trigger,
            executable,
            perProvider,
            config,
          }),
        ),
      }),
    }),
  ]
}
