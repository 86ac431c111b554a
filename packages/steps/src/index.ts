export { connectionOf } from './accounting-sync/connection-of.ts'
export { AccountingSyncConfig } from './accounting-sync/definition.ts'
export { accountsForItemKind, type ItemAccount } from './accounting-sync/unlinked-items-problems.ts'
export { ApprovalConfig } from './approval/definition.ts'
export { AssignConfig } from './assign/definition.ts'
export { Comparison, ConditionConfig } from './condition/definition.ts'
export {
  type ConditionSubject,
  comparisonsFor,
  comparisonWords,
  conditionSubjects,
} from './condition/subjects.ts'
export type { StepKind } from './definitions.ts'
export { describeRecipients } from './describe-recipients.ts'
export { EditFormConfig } from './edit-form/definition.ts'
export { EndConfig } from './end/definition.ts'
export { FormSubmittedConfig } from './form-submitted/definition.ts'
export { HttpRequestConfig } from './http-request/definition.ts'
export { NotifyConfig } from './notify/definition.ts'
export { OnEventConfig } from './on-event/definition.ts'
export { ScheduleConfig } from './schedule/definition.ts'
export { SetFieldConfig } from './set-field/definition.ts'
export { SetStatusConfig } from './set-status/definition.ts'
export { StartedByHandConfig } from './started-by-hand/definition.ts'
export { stepDefinition, stepDefinitions } from './step-definitions.ts'
export { WebhookConfig } from './webhook/definition.ts'
