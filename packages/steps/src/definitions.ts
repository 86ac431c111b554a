import { accountingSync } from './accounting-sync/definition.ts'
import { approval } from './approval/definition.ts'
import { assign } from './assign/definition.ts'
import { condition } from './condition/definition.ts'
import { createForm } from './create-form/definition.ts'
import { editForm } from './edit-form/definition.ts'
import { end } from './end/definition.ts'
import { formSubmitted } from './form-submitted/definition.ts'
import { httpRequest } from './http-request/definition.ts'
import { join } from './join/definition.ts'
import { notify } from './notify/definition.ts'
import { onEvent } from './on-event/definition.ts'
import { parallel } from './parallel/definition.ts'
import { pdf } from './pdf/definition.ts'
import { schedule } from './schedule/definition.ts'
import { setField } from './set-field/definition.ts'
import { setStatus } from './set-status/definition.ts'
import { byHand } from './started-by-hand/definition.ts'
import { wait } from './wait/definition.ts'
import { webhook } from './webhook/definition.ts'

/** Every step kind, in the order of the palette. */
export const definitions = {
  'form-submitted': formSubmitted,
  schedule,
  'on-event': onEvent,
  webhook,
  'started-by-hand': byHand,
  approval,
  'edit-form': editForm,
  assign,
  notify,
  condition,
  parallel,
  join,
  wait,
  'set-status': setStatus,
  'set-field': setField,
  'create-form': createForm,
  pdf,
  'http-request': httpRequest,
  'accounting-sync': accountingSync,
  end,
}
export type StepKind = keyof typeof definitions
