import type { StepDefinition } from '@fieldledger/workflow'
import type { Static } from 'typebox'
import * as accountingSyncCard from '../accounting-sync/card.tsx'
import * as accountingSyncDrawer from '../accounting-sync/drawer.tsx'
import * as approvalCard from '../approval/card.tsx'
import * as approvalDrawer from '../approval/drawer.tsx'
import * as assignCard from '../assign/card.tsx'
import * as assignDrawer from '../assign/drawer.tsx'
import * as conditionCard from '../condition/card.tsx'
import * as conditionDrawer from '../condition/drawer.tsx'
import * as createFormCard from '../create-form/card.tsx'
import * as createFormDrawer from '../create-form/drawer.tsx'
import type { definitions, StepKind } from '../definitions.ts'
import * as editFormCard from '../edit-form/card.tsx'
import * as editFormDrawer from '../edit-form/drawer.tsx'
import * as endCard from '../end/card.tsx'
import * as endDrawer from '../end/drawer.tsx'
import * as formSubmittedCard from '../form-submitted/card.tsx'
import * as formSubmittedDrawer from '../form-submitted/drawer.tsx'
import * as httpRequestCard from '../http-request/card.tsx'
import * as httpRequestDrawer from '../http-request/drawer.tsx'
import * as joinCard from '../join/card.tsx'
import * as joinDrawer from '../join/drawer.tsx'
import * as notifyCard from '../notify/card.tsx'
import * as notifyDrawer from '../notify/drawer.tsx'
import * as onEventCard from '../on-event/card.tsx'
import * as onEventDrawer from '../on-event/drawer.tsx'
import * as parallelCard from '../parallel/card.tsx'
import * as parallelDrawer from '../parallel/drawer.tsx'
import * as pdfCard from '../pdf/card.tsx'
import * as pdfDrawer from '../pdf/drawer.tsx'
import * as scheduleCard from '../schedule/card.tsx'
import * as scheduleDrawer from '../schedule/drawer.tsx'
import * as setFieldCard from '../set-field/card.tsx'
import * as setFieldDrawer from '../set-field/drawer.tsx'
import * as setStatusCard from '../set-status/card.tsx'
import * as setStatusDrawer from '../set-status/drawer.tsx'
import * as byHandCard from '../started-by-hand/card.tsx'
import * as byHandDrawer from '../started-by-hand/drawer.tsx'
import * as waitCard from '../wait/card.tsx'
import * as waitDrawer from '../wait/drawer.tsx'
import * as webhookCard from '../webhook/card.tsx'
import * as webhookDrawer from '../webhook/drawer.tsx'
import type { StepView } from './step-view.ts'

type ConfigOf<Definition> = Definition extends StepDefinition<infer Schema> ? Static<Schema> : never

/** A kind without a view does not compile. */
export const stepViews: { [Kind in StepKind]: StepView<ConfigOf<(typeof definitions)[Kind]>> } = {
  'form-submitted': { ...formSubmittedCard, ...formSubmittedDrawer },
  schedule: { ...scheduleCard, ...scheduleDrawer },
  'on-event': { ...onEventCard, ...onEventDrawer },
  'started-by-hand': { ...byHandCard, ...byHandDrawer },
  webhook: { ...webhookCard, ...webhookDrawer },
  approval: { ...approvalCard, ...approvalDrawer },
  'edit-form': { ...editFormCard, ...editFormDrawer },
  assign: { ...assignCard, ...assignDrawer },
  notify: { ...notifyCard, ...notifyDrawer },
  condition: { ...conditionCard, ...conditionDrawer },
  parallel: { ...parallelCard, ...parallelDrawer },
  join: { ...joinCard, ...joinDrawer },
  wait: { ...waitCard, ...waitDrawer },
  'set-field': { ...setFieldCard, ...setFieldDrawer },
  'set-status': { ...setStatusCard, ...setStatusDrawer },
  'create-form': { ...createFormCard, ...createFormDrawer },
  pdf: { ...pdfCard, ...pdfDrawer },
  'http-request': { ...httpRequestCard, ...httpRequestDrawer },
  'accounting-sync': { ...accountingSyncCard, ...accountingSyncDrawer },
  end: { ...endCard, ...endDrawer },
}

/** The view of a stored kind, or undefined for one that this version of Fieldledger does not know. */
export function stepView(kind: string): StepView<Record<string, unknown>> | undefined {
  return Object.hasOwn(stepViews, kind)
    ? (stepViews[kind as StepKind] as unknown as StepView<Record<string, unknown>>)
    : undefined
}
