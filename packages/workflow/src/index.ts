export {
  ConnectionState,
  ConnectionSummary,
  Environment,
  MappingRules,
} from './connections/connection-summary.ts'
export {
  type ConnectionHealthFacts,
  type HealthSignal,
  healthSignals,
} from './connections/health-signals.ts'
export {
  type ItemField,
  ItemRules,
  itemFields,
  type OwnedField,
  ownedFields,
} from './connections/item-rules.ts'
export { LedgerFacts } from './connections/ledger-facts.ts'
export { type SendingEvent, SendingSettings } from './connections/sending-settings.ts'
export {
  Side,
  type SupplierField,
  SupplierRules,
  supplierFields,
  usualSupplierRules,
} from './connections/supplier-rules.ts'
export { takesLineTax } from './connections/takes-line-tax.ts'
export type { DocumentDraft, DraftLine } from './drafting/document-draft.ts'
export { documentNumber } from './drafting/document-number.ts'
export { draftDocument } from './drafting/draft-document.ts'
export type {
  CatalogueMaterial,
  CatalogueVendor,
  DraftInputs,
  LinkedReference,
} from './drafting/draft-inputs.ts'
export { isOfOrderProblem } from './drafting/draft-receipt.ts'
export { marksByTarget, trackingTargets } from './drafting/marks-by-target.ts'
export { givenByStart } from './graph/given-by-start.ts'
export { Edge, Graph, Step, StepId, type WorkflowVersion } from './graph/graph.ts'
export { Problem } from './graph/problem.ts'
export { type DefinitionOf, startStep } from './graph/start-step.ts'
export { nextStep, nextSteps, reachableFrom } from './graph/walk.ts'
export { describeChanges, type GraphChange } from './lint/describe-changes.ts'
export { refuseEdge } from './lint/edge-problems.ts'
export { type LintInput, lintGraph } from './lint/lint-graph.ts'
export { documentForForm, formTypeName } from './mapping/document-for-form.ts'
export { FieldMapping, type MappingTarget } from './mapping/field-mapping.ts'
export { isPerVendor } from './mapping/is-per-vendor.ts'
export {
  fieldsForTarget,
  mappingTargets,
  namesVendors,
  type TargetDescription,
} from './mapping/mapping-targets.ts'
export { partsByVendor } from './mapping/parts-by-vendor.ts'
export { UnlinkedItems } from './mapping/sending-options.ts'
export { type MappingSuggestion, suggestMapping } from './mapping/suggest-mapping.ts'
export { type CompanyScope, companyScope } from './people/company-scope.ts'
export { Recipients, Role, type StaffMember } from './people/role.ts'
export { differencesInWords } from './preflight/differences-in-words.ts'
export { documentThere, type MetThere } from './preflight/document-there.ts'
export {
  findTwins,
  normalisedNumber,
  type PaperFacts,
  type Twin,
  usualTwinDays,
} from './preflight/twin.ts'
export { differingDigits, unitPriceDigits } from './preflight/unit-price-digits.ts'
export { moveToVersion, type VersionMove } from './run/move-to-version.ts'
export { keyOfTurn, OneAtATime } from './run/one-at-a-time.ts'
export { RetryPolicy, retryWaits, standardRetry, waitInWords } from './run/retry-policy.ts'
export { firstTokenId, type StepError, type Token } from './run/token.ts'
export { meetTokens, moveToken, noteToken, type Standing, splitToken } from './run/token-moves.ts'
export { configVersionOf, currentGraph, refusedConfig } from './steps/current-step.ts'
export * from './steps/define-step.ts'
export { type DocumentOutput, isDocumentOutput } from './steps/document-output.ts'
export type { FormChoice, FormToMake, MadeForm, NextForm } from './steps/next-form.ts'
export type { Delivery, StepContext } from './steps/step-context.ts'
export type { NoticeWay, SendRequest, StepChange, StepOutcome } from './steps/step-outcome.ts'
export type { HeaderPiece, StepAnswer, StepRequest } from './steps/step-request.ts'
export { keptOfUsed, type UsedValue } from './steps/used-value.ts'
export { deciderName, type HandOver, type Task, type TaskDecision, type TaskKind } from './tasks/task.ts'
export {
  isTimelineCode,
  type RenderedTimelineEntry,
  renderTimelineEntry,
  type TimelineTone,
} from './timeline/messages.ts'
export type {
  Stamp,
  TimelineActor,
  TimelineCode,
  TimelineEntry,
  TimelineParams,
} from './timeline/timeline-entry.ts'
export { describeRecurrence, ordinal } from './triggers/describe-recurrence.ts'
export { eventsOf, FormEvent } from './triggers/form-event.ts'
export { GivenValue, Pointer, SubmittedValue } from './triggers/given-value.ts'
export { heardEvent } from './triggers/heard-event.ts'
export { isTimeZone } from './triggers/is-time-zone.ts'
export { isPointer, textAt, valueAt } from './triggers/json-pointer.ts'
export { nextFire } from './triggers/next-fire.ts'
export { Recurrence } from './triggers/recurrence.ts'
export type { EventStart, HandStart, MessageStart, ScheduledStart, Start } from './triggers/start.ts'
export { SubmissionFilter } from './triggers/submission-filter.ts'
export { constantValue } from './values/constant-value.ts'
