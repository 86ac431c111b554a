export * from './fields/field.ts'
export { visibleFields } from './fields/visible-fields.ts'
export { FormContent, type FormVersion, NumberingPattern } from './form/form.ts'
export { FormType } from './form/form-type.ts'
export { formatNumber } from './form/numbering.ts'
export { carryOver } from './links/carry-over.ts'
export { isPartOfSplit } from './links/is-part-of-split.ts'
export { nextTypesOf } from './links/next-types.ts'
export {
  isFullyBilled,
  type LineProgress,
  type LinkedForm,
  linesOf,
  orderProgress,
} from './links/order-progress.ts'
export { splitByVendor, type VendorPart } from './links/split-by-vendor.ts'
export { type VendorsOfRows, vendorsOfRows } from './links/vendors-of-rows.ts'
export type { CompanyLogo } from './printing/company-logo.ts'
export type { PrintedApproval, PrintedForm } from './printing/printed-form.ts'
export { changesBetween, type FieldChange } from './revision/changes-between.ts'
export type { LineChange, LinePart } from './revision/line-changes.ts'
export { compileFormSchema, type JsonSchema } from './schema/compile-form-schema.ts'
export type { ValidateValues } from './schema/create-form-validator.ts'
export { describeFieldError } from './submission/describe-field-error.ts'
export { DocumentStatus, moveStatus, type StatusMove } from './submission/document-status.ts'
export type { FieldError, FieldErrorCode } from './submission/field-error.ts'
export { fieldErrors } from './submission/field-errors.ts'
export { limits } from './submission/limits.ts'
export { type ReadSubmission, readDraft, readSubmission } from './submission/read-submission.ts'
export { namesSeveralVendors, severalVendors } from './submission/several-vendors.ts'
export type { Submission, SubmissionTotals } from './submission/submission.ts'
export { rowAmount, submissionTotals, tableTotals } from './submission/totals.ts'
export { choiceIds, valueWords } from './submission/value-words.ts'
export * from './submission/values.ts'
