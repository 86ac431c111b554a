import type { ExecutableStep, StepExecutor, StepRegistry } from '@fieldledger/workflow'
import { execute as accountingSync } from './accounting-sync/execute.ts'
import { execute as approval } from './approval/execute.ts'
import { execute as assign } from './assign/execute.ts'
import { execute as condition } from './condition/execute.ts'
import { execute as createForm } from './create-form/execute.ts'
import type { definitions, StepKind } from './definitions.ts'
import { execute as editForm } from './edit-form/execute.ts'
import { execute as end } from './end/execute.ts'
import { execute as formSubmitted } from './form-submitted/execute.ts'
import { execute as httpRequest } from './http-request/execute.ts'
import { execute as join } from './join/execute.ts'
import { execute as notify } from './notify/execute.ts'
import { ofStoredConfig } from './of-stored-config.ts'
import { execute as onEvent } from './on-event/execute.ts'
import { execute as parallel } from './parallel/execute.ts'
import { execute as pdf } from './pdf/execute.ts'
import { execute as schedule } from './schedule/execute.ts'
import { execute as setField } from './set-field/execute.ts'
import { execute as setStatus } from './set-status/execute.ts'
import { execute as byHand } from './started-by-hand/execute.ts'
import { stepDefinitions } from './step-definitions.ts'
import { execute as wait } from './wait/execute.ts'
import { execute as webhook } from './webhook/execute.ts'

/** A kind without an executor does not compile. */
const executors: { [Kind in StepKind]: StepExecutor<(typeof definitions)[Kind]> } = {
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

/** What the composition roots hand to the runtime. */
export const stepRegistry: StepRegistry = Object.fromEntries(
  Object.entries(stepDefinitions).map(([kind, definition]): [string, ExecutableStep] => [
    kind,
    { definition, execute: ofStoredConfig(executors[kind as StepKind]) },
  ]),
)
